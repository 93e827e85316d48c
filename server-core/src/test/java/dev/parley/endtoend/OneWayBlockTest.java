package dev.parley.endtoend;

import static dev.parley.crypto.Direction.CLIENT_TO_HOST;
import static dev.parley.crypto.Direction.HOST_TO_CLIENT;
import static dev.parley.endtoend.ChatTest.assertContiguous;
import static dev.parley.endtoend.ChatTest.numbered;
import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.Way;
import dev.parley.crypto.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ana's datagrams are blocked in one direction, Ben's never. They speak in turns, so that everything fits a datagram, and
/// use so many words that probes and echoes weigh little against them.
class OneWayBlockTest {

    private static final Optional<Way> UDP = Optional.of(Way.UDP);
    private static final Optional<Way> TCP = Optional.of(Way.TCP);
    private static final int TURNS = 40;
    private static final String WORDS = " and so on".repeat(30) + " ";

    /// Half of what Ana says in so many turns, in bytes.
    private static final long SAID = (long) TURNS * WORDS.length() / 2;

    /// Half of what she hears in them, from Ben and of herself.
    private static final long HEARD = 2 * SAID;

    @TempDir
    Path folder;

    private interface Body {
        void run(ImpairmentProxy proxy, Talk talk);
    }

    @Test
    void aBlockedWayToTheHostIsNoticedWhileTheWayFromItStaysInUse() throws IOException {
        blocked(CLIENT_TO_HOST, (proxy, talk) -> {
            until("some turns without a lost post", () -> {
                long lost = proxy.droppedBytes(CLIENT_TO_HOST);
                for (int i = 0; i < 5; i++) {
                    talk.turn();
                }
                return proxy.droppedBytes(CLIENT_TO_HOST) - lost < WORDS.length();
            });
            long lost = proxy.droppedBytes(CLIENT_TO_HOST);
            long heard = proxy.forwardedBytes(HOST_TO_CLIENT);
            talk.turns(TURNS);
            assertThat(proxy.droppedBytes(CLIENT_TO_HOST) - lost).as("only probes go by the blocked way").isLessThan(SAID);
            assertThat(proxy.forwardedBytes(HOST_TO_CLIENT) - heard).as("the other carries what is said").isGreaterThan(HEARD);
            until("nobody speaks, no echo comes", () -> talk.ana.way().equals(TCP));
            talk.turns(TURNS);
        });
    }

    @Test
    void aBlockedWayFromTheHostIsNoticedWhileTheWayToItStaysInUse() throws IOException {
        blocked(HOST_TO_CLIENT, (proxy, talk) -> {
            talk.turn();
            until("her own words are seen before that", () -> talk.ana.texts().contains(Talk.ANA + 0));
            assertThat(talk.ana.way()).contains(Way.UDP);
            until("the block is noticed", () -> {
                talk.turn();
                return talk.ana.way().equals(TCP);
            });
            talk.turns(1); // the host knows it too
            long lost = proxy.droppedBytes(HOST_TO_CLIENT);
            long said = proxy.forwardedBytes(CLIENT_TO_HOST);
            talk.turns(TURNS);
            assertThat(proxy.droppedBytes(HOST_TO_CLIENT) - lost).as("only echoes go by the blocked way").isLessThan(HEARD);
            assertThat(proxy.forwardedBytes(CLIENT_TO_HOST) - said).as("the other carries what is said").isGreaterThan(SAID);
        });
    }

    /// Blocks Ana's datagrams in that direction for what the body does, and looks at what is left of it afterwards.
    private void blocked(Direction direction, Body body) throws IOException {
        try (TestHost host = new TestHost(folder).open();
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), Impairment.NONE, 1);
                TestMember ana = new TestMember("Ana", proxy.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM)) {
            Talk talk = new Talk(ana, ben);
            until("datagrams", () -> ana.way().equals(UDP) && ben.way().equals(UDP));
            proxy.impair(direction, Impairment.BLOCKED);
            body.run(proxy, talk);
            assertThat(ben.way()).as("nothing is wrong with Ben's").contains(Way.UDP);

            proxy.impair(direction, Impairment.NONE);
            until("datagrams again", () -> ana.way().equals(UDP));
            assertBothWaysCarry(proxy, talk);
            talk.assertWhole(host);
        }
    }

    private static void assertBothWaysCarry(ImpairmentProxy proxy, Talk talk) {
        long said = proxy.forwardedBytes(CLIENT_TO_HOST);
        long heard = proxy.forwardedBytes(HOST_TO_CLIENT);
        talk.turns(TURNS);
        assertThat(proxy.forwardedBytes(CLIENT_TO_HOST) - said).as("said by datagram").isGreaterThan(SAID);
        assertThat(proxy.forwardedBytes(HOST_TO_CLIENT) - heard).as("heard by datagram").isGreaterThan(HEARD);
    }

    private static void until(String what, Callable<Boolean> holds) {
        Awaitility.await(what).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).atMost(TestMember.PATIENCE).until(holds);
    }

    /// What both have said so far.
    private static final class Talk {

        private static final String ANA = "ana" + WORDS;
        private static final String BEN = "ben" + WORDS;

        private final TestMember ana;
        private final TestMember ben;
        private int each;

        Talk(TestMember ana, TestMember ben) {
            this.ana = ana;
            this.ben = ben;
        }

        /// Each says something, and it is stored.
        void turn() {
            ana.say(ROOM, ANA + each);
            ben.say(ROOM, BEN + each);
            each++;
            until("stored", () -> ana.client().unsent() == 0 && ben.client().unsent() == 0);
        }

        /// The same many times, and both have heard all of it.
        void turns(int count) {
            for (int i = 0; i < count; i++) {
                turn();
            }
            ana.awaitTexts(2 * each);
            ben.awaitTexts(2 * each);
        }

        /// Nothing is lost, doubled or out of order, for either and in the log.
        void assertWhole(TestHost host) {
            List<String> texts = host.storedTexts();
            assertThat(texts).hasSize(2 * each);
            assertThat(texts.stream().filter(t -> t.startsWith(ANA))).containsExactlyElementsOf(numbered(ANA, each));
            assertThat(texts.stream().filter(t -> t.startsWith(BEN))).containsExactlyElementsOf(numbered(BEN, each));
            for (TestMember member : List.of(ana, ben)) {
                assertThat(member.texts()).isEqualTo(texts);
                assertContiguous(member.entries());
                until("told", () -> member.events(ClientEvent.Sent.class).size() >= each);
                assertThat(member.events(ClientEvent.Sent.class).stream().map(ClientEvent.Sent::id)).doesNotHaveDuplicates().hasSize(each);
                assertThat(member.events(ClientEvent.Offline.class)).isEmpty();
            }
        }
    }
}
