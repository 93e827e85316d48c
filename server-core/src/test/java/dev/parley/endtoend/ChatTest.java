package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.Way;
import dev.parley.log.RoomOptions;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatTest {

    @TempDir
    Path folder;

    @Test
    void twoMembersSeeTheSameMessagesInTheSameOrder() {
        int each = 300;
        try (TestHost host = new TestHost(folder).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM)) {
            for (int i = 0; i < each; i++) {
                ana.say(ROOM, "ana " + i);
                ben.say(ROOM, "ben " + i);
            }
            ana.awaitTexts(2 * each);
            ben.awaitTexts(2 * each);
            assertThat(ana.texts()).doesNotHaveDuplicates().hasSize(2 * each);
            assertThat(ana.texts().stream().filter(t -> t.startsWith("ana"))).containsExactlyElementsOf(numbered("ana ", each));
            Awaitility.await("who joined is told to both, at any time").atMost(TestMember.PATIENCE).untilAsserted(() -> {
                List<Entry> all = ana.entries();
                assertThat(all).filteredOn(e -> e.kind() == EntryKind.NOTICE).hasSize(2);
                assertThat(ben.entries()).isEqualTo(all.subList(all.size() - ben.entries().size(), all.size()));
            });
            assertThat(ben.texts()).hasSize(2 * each);
            assertContiguous(ana.entries());
            assertThat(ana.events(ClientEvent.Sent.class)).hasSize(each);
        }
    }

    @Test
    void messagesTravelByDatagramWhereThatWorks() {
        try (TestHost host = new TestHost(folder).open(); TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ana.events(ClientEvent.WayChanged.class).stream()
                    .anyMatch(w -> w.now() == Way.UDP));
            ana.say(ROOM, "hello");
            ana.awaitTexts(1);
        }
    }

    @Test
    void aPasswordIsProvenAndAWrongOneIsNot() {
        try (TestHost host = new TestHost(folder).open("three words here");
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM, "three words here");
                TestMember eve = new TestMember("Eve", host.port(), folder)) {
            eve.client().join(ROOM, Optional.of("guess".toCharArray()), OptionalLong.empty());
            assertThat(eve.await(ClientEvent.JoinFailed.class).code()).isEqualTo(ErrorCode.WRONG_PASSWORD);
            ana.say(ROOM, "secret");
            ana.awaitTexts(1);
            assertThat(eve.entries()).isEmpty();
        }
    }

    @Test
    void aLockedRoomAsksForAPassword() {
        try (TestHost host = new TestHost(folder).open("x"); TestMember eve = new TestMember("Eve", host.port(), folder)) {
            eve.client().join(ROOM, Optional.empty(), OptionalLong.empty());
            assertThat(eve.await(ClientEvent.JoinFailed.class).code()).isEqualTo(ErrorCode.PROOF_REQUIRED);
        }
    }

    @Test
    void anUnknownRoomAndATakenNameHaveTheirOwnCodes() {
        try (TestHost host = new TestHost(folder).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                TestMember alike = new TestMember("АNA", host.port(), folder)) {
            assertThat(alike.await(ClientEvent.Ended.class).reason()).isEqualTo(ClientEvent.EndReason.NAME_TAKEN);
            ana.client().join(new RoomName("Nowhere"), Optional.empty(), OptionalLong.empty());
            assertThat(ana.await(ClientEvent.JoinFailed.class).code()).isEqualTo(ErrorCode.NO_SUCH_ROOM);
        }
    }

    @Test
    void anOldMemberGetsWhatItMissedAndANewOneTheWholeHistory() {
        try (TestHost host = new TestHost(folder).open()) {
            try (TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
                IntStream.range(0, 1200).forEach(i -> ana.say(ROOM, "m" + i));
                ana.awaitTexts(1200);
            }
            try (TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM)) {
                assertThat(ben.texts()).containsExactlyElementsOf(numbered("m", 1200));
                assertContiguous(ben.entries());
                assertThat(ben.entries().getFirst().seq()).isEqualTo(1);
            }
            try (TestMember cleo = new TestMember("Cleo", host.port(), folder)) {
                cleo.client().join(ROOM, Optional.empty(), OptionalLong.of(1000));
                cleo.await(ClientEvent.CaughtUp.class);
                assertThat(cleo.entries().getFirst().seq()).isEqualTo(1001);
            }
        }
    }

    @Test
    void wordsForOnePersonReachThatPersonOnly() {
        try (TestHost host = new TestHost(folder).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM);
                TestMember eve = new TestMember("Eve", host.port(), folder).join(ROOM)) {
            ana.client().whisper(ROOM, new UserName("Ben"), new MessageText("psst"));
            assertThat(ben.await(ClientEvent.Whispered.class).text().value()).isEqualTo("psst");
            assertThat(ana.await(ClientEvent.Whispered.class).to()).isEqualTo(new UserName("Ben"));
            eve.say(ROOM, "end");
            eve.awaitTexts(1);
            assertThat(eve.events(ClientEvent.Whispered.class)).isEmpty();
        }
    }

    @Test
    void oneMemberMayBeInSeveralRooms() {
        RoomName crew = new RoomName("Crew");
        try (TestHost host = new TestHost(folder).open(); TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            host.server().openRoom(crew, Optional.empty(), RoomOptions.standard());
            ana.client().join(crew, Optional.empty(), OptionalLong.empty());
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ana.events(ClientEvent.CaughtUp.class).size() == 2);
            ana.say(ROOM, "to the lobby");
            ana.say(crew, "to the crew");
            ana.awaitTexts(2);
            assertThat(ana.texts()).containsExactlyInAnyOrder("to the lobby", "to the crew");
        }
    }

    static List<String> numbered(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    static void assertContiguous(List<Entry> entries) {
        long first = entries.getFirst().seq();
        assertThat(entries.stream().map(Entry::seq))
                .containsExactlyElementsOf(LongStream.range(first, first + entries.size()).boxed().toList());
    }
}
