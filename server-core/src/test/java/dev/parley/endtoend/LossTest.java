package dev.parley.endtoend;

import static dev.parley.endtoend.ChatTest.assertContiguous;
import static dev.parley.endtoend.ChatTest.numbered;
import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.Way;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossTest {

    private static final int EACH = 300;
    private static final int EACH_WHEN_SLOW = 100;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everythingArrivesOnceAndInOrderOnAHarshNetwork(long seed) throws IOException {
        try (TestHost host = new TestHost(folder).open();
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), Impairment.harsh(), seed);
                TestMember ana = new TestMember("Ana", proxy.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", proxy.port(), folder).join(ROOM)) {
            awaitWay(ana, Way.UDP);
            awaitWay(ben, Way.UDP);
            chat(ana, ben, EACH_WHEN_SLOW, 3);
            assertThat(proxy.forwarded()).as("datagrams carried messages").isGreaterThan(2 * EACH_WHEN_SLOW);
            assertThat(proxy.dropped()).isGreaterThan(EACH_WHEN_SLOW / 4);
        }
    }

    @Test
    void everythingArrivesWhereDatagramsAreBlockedFromTheStart() throws IOException {
        try (TestHost host = new TestHost(folder).open();
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), Impairment.BLOCKED, 1);
                TestMember ana = new TestMember("Ana", proxy.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", proxy.port(), folder).join(ROOM)) {
            chat(ana, ben);
            assertThat(proxy.forwarded()).isZero();
            ClientEvent.WayChanged said = ana.await(ClientEvent.WayChanged.class);
            assertThat(said.now()).isEqualTo(Way.TCP);
        }
    }

    @Test
    void theWayChangesWhenDatagramsStopAndAgainWhenTheyComeBack() throws IOException {
        try (TestHost host = new TestHost(folder).open();
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), Impairment.NONE, 1);
                TestMember ana = new TestMember("Ana", proxy.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", proxy.port(), folder).join(ROOM)) {
            awaitWay(ana, Way.UDP);
            awaitWay(ben, Way.UDP);
            proxy.impair(Impairment.BLOCKED);
            for (int i = 0; i < EACH; i++) {
                ana.say(ROOM, "m" + i);
            }
            ben.awaitTexts(EACH);
            assertThat(ben.texts()).containsExactlyElementsOf(numbered("m", EACH));
            awaitWay(ana, Way.TCP);
            awaitWay(ben, Way.TCP);
            proxy.impair(Impairment.NONE);
            awaitWay(ana, Way.UDP);
            awaitWay(ben, Way.UDP);
            chat(ana, ben);
        }
    }

    @Test
    void aLoneLostMessageIsNoticedWithoutAnotherOne() throws IOException {
        try (TestHost host = new TestHost(folder).open();
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), new Impairment(0.6, 0, 0, Duration.ZERO), 5);
                TestMember ana = new TestMember("Ana", proxy.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", proxy.port(), folder).join(ROOM)) {
            for (int i = 1; i <= 20; i++) {
                ana.say(ROOM, "m" + i);
                ben.awaitTexts(i);
                ana.awaitTexts(i);
            }
            assertContiguous(ben.entries());
        }
    }

    private static void awaitWay(TestMember member, Way way) {
        Awaitility.await(way.name()).atMost(TestMember.PATIENCE).until(member::way, Optional.of(way)::equals);
    }

    private static void chat(TestMember ana, TestMember ben) {
        chat(ana, ben, EACH, Integer.MAX_VALUE);
    }

    /// @param atOnce how many may wait: few go by datagram, a crowd goes over TLS
    private static void chat(TestMember ana, TestMember ben, int each, int atOnce) {
        int before = ben.texts().size();
        for (int i = 0; i < each; i++) {
            Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).atMost(TestMember.PATIENCE)
                    .until(() -> ana.client().unsent() < atOnce && ben.client().unsent() < atOnce);
            ana.say(ROOM, "ana " + i);
            ben.say(ROOM, "ben " + i);
        }
        ana.awaitTexts(before + 2 * each);
        ben.awaitTexts(before + 2 * each);
        List<Entry> shown = ana.entries();
        assertThat(texts(shown)).hasSize(before + 2 * each);
        assertThat(texts(shown).stream().filter(t -> t.startsWith("ana "))).containsExactlyElementsOf(numbered("ana ", each));
        assertThat(texts(shown).stream().filter(t -> t.startsWith("ben "))).containsExactlyElementsOf(numbered("ben ", each));
        assertThat(ben.texts()).isEqualTo(ana.texts());
        assertContiguous(shown);
        assertContiguous(ben.entries());
    }

    private static List<String> texts(List<Entry> entries) {
        return entries.stream().filter(e -> e.kind() == EntryKind.TEXT).map(Entry::body).toList();
    }
}
