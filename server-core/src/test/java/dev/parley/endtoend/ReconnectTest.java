package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.EndReason;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.RoomName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconnectTest {

    @TempDir
    Path folder;

    @Test
    void nothingIsLostOrDoubledWhenTheConnectionIsCutInTheMiddleOfWriting() throws IOException {
        int each = 400;
        try (TestHost host = new TestHost(folder).open();
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), Impairment.NONE, 7);
                TestMember ana = new TestMember("Ana", proxy.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", proxy.port(), folder).join(ROOM)) {
            for (int i = 0; i < each; i++) {
                ana.say(ROOM, "ana " + i);
                ben.say(ROOM, "ben " + i);
                if (i % 100 == 50) {
                    proxy.cut();
                }
            }
            assertAllThere(host, ana, ben, each);
            assertThat(ana.events(ClientEvent.Offline.class)).isNotEmpty();
            assertThat(host.noticesUpToNow()).as("nobody noticed").containsExactly("JOINED Ana", "JOINED Ben");
        }
    }

    @Test
    void membersComeBackToAHostThatWasStartedAgainAndDeliverWhatTheyWrote() {
        int each = 100;
        TestHost first = new TestHost(folder).open();
        int port = first.port();
        try (TestMember ana = new TestMember("Ana", port, folder).join(ROOM); TestMember ben = new TestMember("Ben", port, folder).join(ROOM)) {
            for (int i = 0; i < each; i++) {
                ana.say(ROOM, "ana " + i);
                ben.say(ROOM, "ben " + i);
                if (i == each / 2) {
                    first.close();
                }
            }
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> !ana.events(ClientEvent.Offline.class).isEmpty());
            assertThat(ana.client().unsent()).isPositive();
            try (TestHost again = new TestHost(folder, Settings.port(port)).open()) {
                assertAllThere(again, ana, ben, each);
                assertThat(ana.events(ClientEvent.Refused.class)).isEmpty();
            }
        }
    }

    private static void assertAllThere(TestHost host, TestMember ana, TestMember ben, int each) {
        ana.awaitTexts(2 * each);
        ben.awaitTexts(2 * each);
        Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ana.client().unsent() + ben.client().unsent() == 0);
        List<String> stored = host.storedTexts();
        assertThat(stored).hasSize(2 * each).doesNotHaveDuplicates();
        assertThat(stored.stream().filter(t -> t.startsWith("ana"))).containsExactlyElementsOf(ChatTest.numbered("ana ", each));
        assertThat(stored.stream().filter(t -> t.startsWith("ben"))).containsExactlyElementsOf(ChatTest.numbered("ben ", each));
        assertThat(ana.texts()).isEqualTo(stored);
        assertThat(ben.texts()).isEqualTo(stored);
        ChatTest.assertContiguous(ana.entries());
        ChatTest.assertContiguous(ben.entries());
        ChatTest.assertContiguous(host.stored());
        assertThat(ana.events(ClientEvent.Sent.class)).hasSize(each).doesNotHaveDuplicates();
    }

    @Test
    void aLostMemberKeepsItsNameForItselfDuringTheGraceTime() throws IOException {
        try (TestHost host = new TestHost(folder).open();
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), Impairment.NONE, 7);
                TestMember ana = new TestMember("Ana", proxy.port(), folder).join(ROOM)) {
            proxy.vanish(); // Ana is away and cannot come back
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> !ana.events(ClientEvent.Offline.class).isEmpty());
            try (TestMember other = new TestMember(Clients.config("ana", "another computer", host.port(), folder, Optional.empty(), Optional.empty()))) {
                assertThat(other.await(ClientEvent.Ended.class).reason()).isEqualTo(EndReason.NAME_TAKEN);
            }
            try (TestMember restarted = new TestMember("Ana", host.port(), folder).join(ROOM)) {
                restarted.say(ROOM, "the same computer after a crash");
                restarted.awaitTexts(1);
                assertThat(host.server().rooms().getFirst().members()).isEqualTo(1);
                assertThat(host.noticesUpToNow()).containsExactly("JOINED Ana");
            }
        }
    }

    @Test
    void aNameInUseIsNotGivenToTheSameComputerTwice() {
        try (TestHost host = new TestHost(folder).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                TestMember twin = new TestMember("Ana", host.port(), folder)) {
            assertThat(twin.await(ClientEvent.Ended.class).reason()).isEqualTo(EndReason.NAME_TAKEN);
            ana.say(ROOM, "still here");
            ana.awaitTexts(1);
        }
    }

    @Test
    void afterTheGraceTimeTheOthersAreToldAndTheNameIsFree() throws IOException {
        try (TestHost host = new TestHost(folder, Settings.limits(Settings.grace(Duration.ofMillis(300)))).open();
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), Impairment.NONE, 7);
                TestMember ana = new TestMember("Ana", proxy.port(), folder).join(ROOM)) {
            proxy.vanish();
            ana.await(ClientEvent.Offline.class);
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> host.notices().equals(List.of("JOINED Ana", "LEFT Ana")));
            assertThat(host.server().rooms().getFirst().members()).isZero();
            try (TestMember other = new TestMember(Clients.config("Ana", "another computer", host.port(), folder, Optional.empty(), Optional.empty()))) {
                other.join(ROOM);
            }
        }
    }

    @Test
    void aRoomMayBeJoinedAgainWithoutLeavingIt() {
        try (TestHost host = new TestHost(folder).open(); TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            ana.say(ROOM, "one");
            ana.awaitTexts(1);
            ana.client().join(ROOM, Optional.empty(), OptionalLong.empty());
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ana.events(ClientEvent.CaughtUp.class).size() == 2);
            ana.say(ROOM, "two");
            ana.awaitTexts(3);
            assertThat(ana.texts()).containsExactly("one", "one", "two");
            assertThat(ana.events(ClientEvent.JoinFailed.class)).isEmpty();
            assertThat(ana.client().unsent()).isZero();
        }
    }

    @Test
    void aRefusedQuestionIsAnsweredAndDoesNotHang() {
        try (TestHost host = new TestHost(folder).open(); TestMember ana = new TestMember("Ana", host.port(), folder)) {
            ana.await(ClientEvent.Online.class);
            Assertions.assertThatThrownBy(() -> ana.client().people(ROOM).orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join())
                    .isInstanceOf(CompletionException.class).cause().isInstanceOf(dev.parley.client.ClientException.class);
            Assertions.assertThatThrownBy(() -> ana.client().logRooms().orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join())
                    .isInstanceOf(CompletionException.class).cause().isInstanceOf(dev.parley.client.ClientException.class);
        }
    }

    @Test
    void aRefusalIsBlamedOnTheRightRoom() {
        RoomName nowhere = new RoomName("Nowhere");
        try (TestHost host = new TestHost(folder).open("secret"); TestMember ana = new TestMember("Ana", host.port(), folder)) {
            ana.client().join(ROOM, Optional.of("secret".toCharArray()), OptionalLong.empty());
            ana.client().join(nowhere, Optional.empty(), OptionalLong.empty());
            ClientEvent.JoinFailed failed = ana.await(ClientEvent.JoinFailed.class);
            assertThat(failed.room()).isEqualTo(nowhere);
            assertThat(failed.code()).isEqualTo(ErrorCode.NO_SUCH_ROOM);
            ana.await(ClientEvent.CaughtUp.class);
        }
    }
}
