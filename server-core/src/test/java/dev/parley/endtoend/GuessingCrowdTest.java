package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.JoinFailed;
import dev.parley.protocol.ErrorCode;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wrong passwords from many addresses at once, and people who know the right one.
class GuessingCrowdTest {

    private static final String PASSWORD = "correct horse battery";
    private static final int ADDRESSES = 12;
    private static final int PER_ROOM = 30;

    @TempDir
    Path folder;

    @Test
    void theRoomIsGuessedThirtyTimesAndPeopleWithThePasswordGetIn() throws IOException {
        try (TestHost host = new TestHost(folder, Settings.guests(true, true)).open(PASSWORD)) {
            join(host, "Ana");
            List<String> answers = new ArrayList<>();
            for (int round = 0; round < 5; round++) {
                answers.addAll(guess(host.port(), round));
            }
            assertThat(answers).hasSize(5 * ADDRESSES).containsOnly("wrong-password", "too-many-attempts");
            assertThat(answers.stream().filter("wrong-password"::equals).count()).isBetween(10L, (long) PER_ROOM);
            assertThat(answers.getLast()).as("the attack goes on in vain").isEqualTo("too-many-attempts");
            join(host, "Ana"); // was in before
            join(host, "Ben"); // never was
        }
    }

    @Test
    void aMemberWhoseAddressIsUsedForGuessesComesBackByItsDevice() throws IOException {
        try (TestHost host = new TestHost(folder, Settings.guests(true, true)).open(PASSWORD)) {
            join(host, "Ana");
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(guess(host.port(), "Eve " + i, InetAddress.getLoopbackAddress()));
            }
            assertThat(answers).endsWith("too-many-attempts");
            join(host, "Ana");
            try (TestMember stranger = new TestMember("Zoe", host.port(), folder)) {
                stranger.client().join(ROOM, Optional.of(PASSWORD.toCharArray()), OptionalLong.empty());
                assertThat(stranger.await(JoinFailed.class).code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
            }
        }
    }

    /// Comes in at the first try, with a connection and a session of its own, and leaves.
    private void join(TestHost host, String name) {
        try (TestMember member = new TestMember(name, host.port(), folder)) {
            member.client().join(ROOM, Optional.of(PASSWORD.toCharArray()), OptionalLong.empty());
            Awaitility.await(name).atMost(TestMember.PATIENCE).until(() -> !member.events(ClientEvent.CaughtUp.class).isEmpty()
                    || !member.events(JoinFailed.class).isEmpty());
            assertThat(member.events(JoinFailed.class)).isEmpty();
        }
        host.awaitMembers(0);
    }

    private static List<String> guess(int port, int round) throws IOException {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < ADDRESSES; i++) {
            InetAddress from = InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (1 + i)});
            answers.add(guess(port, "Eve " + round + " " + i, from));
        }
        return answers;
    }

    private static String guess(int port, String name, InetAddress from) throws IOException {
        try (PlainClient eve = PlainClient.from(from, port)) {
            eve.send("guest", "username", name).expect("guest");
            eve.send("enter", "room", "Lobby", "password", "incorrect donkey");
            return eve.expectError("enter");
        }
    }
}
