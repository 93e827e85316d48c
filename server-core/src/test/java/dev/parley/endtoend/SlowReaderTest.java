package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.ClientEvent;
import dev.parley.client.RoomClient;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.server.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Members that stop reading cost the host a bounded amount, the others nothing, and themselves no message.
class SlowReaderTest {

    private static final long BOUND = 256 * 1024;

    @TempDir
    Path folder;

    @Test
    void aMemberThatDoesNotReadGetsEverythingWhenItReadsAgain() throws Exception {
        int count = 5000;
        List<String> words = IntStream.range(0, count).mapToObj(i -> i + " " + "x".repeat(495)).toList();
        try (TestHost host = new TestHost(folder).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM);
                RoomClient sleeper = RoomClient.open(Clients.config("Sleeper", host.port(), folder, Optional.empty()))) {
            sleeper.join(ROOM, Optional.empty(), OptionalLong.empty());
            host.awaitMembers(3);
            words.forEach(w -> ana.say(ROOM, w));
            ben.awaitTexts(count);
            assertThat(Waiting.bytes(host.server())).isLessThanOrEqualTo(BOUND);
            List<Entry> read = new ArrayList<>();
            while (read.stream().filter(e -> e.kind() == EntryKind.TEXT).count() < count) {
                if (sleeper.poll(TestMember.PATIENCE).orElseThrow() instanceof ClientEvent.Received received) {
                    read.add(received.entry());
                }
            }
            assertThat(read.stream().filter(e -> e.kind() == EntryKind.TEXT).map(Entry::body)).containsExactlyElementsOf(words);
            ChatTest.assertContiguous(read);
        }
    }

    @Test
    void aPlainClientThatDoesNotReadGetsEverythingWhenItReadsAgain() throws IOException {
        int count = 5000;
        List<String> words = IntStream.range(0, count).mapToObj(i -> i + " " + "x".repeat(495)).toList();
        try (TestHost host = new TestHost(folder).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM);
                PlainClient sleeper = PlainClient.deaf(host.port())) {
            sleeper.send("guest", "username", "Sleeper").send("enter", "room", "Lobby");
            host.awaitMembers(3);
            words.forEach(w -> ana.say(ROOM, w));
            ben.awaitTexts(count);
            assertThat(Waiting.bytes(host.server())).isBetween(1L, BOUND);
            sleeper.read();
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> sleeper.texts().size() >= count);
            assertThat(sleeper.texts()).containsExactlyElementsOf(words);
        }
    }

    @Test
    void aPageOfLongMessagesIsNotTooMuchForAMemberThatDoesNotRead() throws IOException {
        int count = 120;
        String longest = "\u6587".repeat(8000); // 24 KB each
        try (TestHost host = new TestHost(folder).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                PlainClient sleeper = PlainClient.deaf(host.port())) {
            IntStream.range(0, count).forEach(i -> ana.say(ROOM, longest));
            ana.awaitTexts(count);
            sleeper.frame("{\"type\":\"hello\",\"data\":{\"version\":1,\"client\":\"test\"}}");
            sleeper.send("guest", "username", "Sleeper").frame("{\"type\":\"join\",\"data\":{\"room\":\"Lobby\",\"after\":0}}");
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> Waiting.bytes(host.server()) > 0);
            ana.say(ROOM, "one more"); // and time for the pages that are being read from the log
            ana.awaitTexts(count + 1);
            assertThat(Waiting.bytes(host.server())).isLessThanOrEqualTo(BOUND);
            sleeper.read();
            sleeper.expect("caught-up");
            long entries = sleeper.all("entries").stream().mapToLong(p -> p.getAsJsonArray("entries").size()).sum();
            assertThat(entries + sleeper.all("entry").size()).isBetween((long) count + 2, (long) count + 3);
        }
    }

    @Test
    void privateWordsForSomebodyWhoDoesNotReadAreRefusedAtSomePoint() throws IOException {
        String words = "x".repeat(8000);
        try (TestHost host = new TestHost(folder).open();
                PlainClient eve = new PlainClient(host.port()).enter("Eve", "Lobby");
                PlainClient sleeper = PlainClient.deaf(host.port())) {
            sleeper.send("guest", "username", "Sleeper").send("enter", "room", "Lobby");
            host.awaitMembers(2);
            for (int i = 0; i < 2000; i++) {
                eve.send("msg", "to", "Sleeper", "text", words);
            }
            assertThat(eve.expectError("msg")).isEqualTo("no-such-person");
            assertThat(Waiting.bytes(host.server())).isLessThanOrEqualTo(BOUND);
        }
    }
}
