package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.ClientEvent;
import dev.parley.client.ClientException;
import dev.parley.log.History;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingBackTest {

    @TempDir
    Path folder;

    @Test
    void whoReadsFromTheEndGetsTheNewestFirstAndTheRestOnAsking() {
        try (TestHost host = new TestHost(folder).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", host.port(), folder)) {
            say(ana, 120);
            long head = joinLatest(ben, 50).head();
            assertThat(ben.entries().getFirst().seq()).isEqualTo(head - 49);
            List<Entry> read = readBack(ben, head - 49, 20);
            assertThat(read).isEqualTo(host.stored().subList(0, (int) head - 50));
            ana.say(ROOM, "now");
            ben.awaitTexts(51);
            ChatTest.assertContiguous(ben.entries());
        }
    }

    private static List<Entry> readBack(TestMember member, long below, int limit) {
        List<Entry> all = new ArrayList<>();
        List<Entry> page = history(member, below, limit, "");
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            all.addAll(0, page);
            page = history(member, page.getFirst().seq(), limit, "");
        }
        return all;
    }

    @Test
    void askingForMoreThanThereIsOrForNothingIsFine() {
        try (TestHost host = new TestHost(folder).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", host.port(), folder);
                TestMember cleo = new TestMember("Cleo", host.port(), folder)) {
            say(ana, 10);
            joinLatest(ben, 1_000_000);
            assertThat(ben.texts()).hasSize(10);
            joinLatest(cleo, 0);
            assertThat(cleo.texts()).isEmpty();
            assertThat(history(cleo, Long.MAX_VALUE, 1_000, "").stream().filter(e -> e.kind() == EntryKind.TEXT)).hasSize(10);
            assertThat(history(cleo, Long.MIN_VALUE, 10, "")).isEmpty();
            assertThat(history(cleo, 1, 10, "")).isEmpty();
        }
    }

    @Test
    void afterALostConnectionTheStreamGoesOnWhereItWas() throws IOException {
        try (TestHost host = new TestHost(folder).open();
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), Impairment.NONE, 7);
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", proxy.port(), folder)) {
            say(ana, 30);
            joinLatest(ben, 5);
            proxy.cut();
            say(ana, 30);
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ben.events(ClientEvent.CaughtUp.class).size() == 2);
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ben.entries().getLast().seq() == host.stored().size());
            ChatTest.assertContiguous(ben.entries());
        }
    }

    @Test
    void nobodyReadsOrFindsWhatIsFromBeforeTheirTime() {
        try (TestHost host = new TestHost(folder).open(TestHost.options(new History.None(), Duration.ZERO));
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            ana.say(ROOM, "a secret fox");
            ana.awaitTexts(1);
            try (TestMember ben = new TestMember("Ben", host.port(), folder)) {
                joinLatest(ben, 50);
                ana.say(ROOM, "a public fox");
                ben.awaitTexts(1);
                assertThat(texts(history(ben, Long.MAX_VALUE, 500, ""))).containsExactly("a public fox");
                assertThat(texts(history(ben, Long.MAX_VALUE, 500, "fox"))).containsExactly("a public fox");
            }
        }
    }

    @Test
    void aSearchFindsTheTextsWithEveryWord() {
        try (TestHost host = new TestHost(folder).open(); TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            List.of("a quick fox", "a slow dog", "FOX and dog", "Ana").forEach(text -> ana.say(ROOM, text));
            ana.awaitTexts(4);
            assertThat(texts(history(ana, Long.MAX_VALUE, 500, "fox"))).containsExactly("a quick fox", "FOX and dog");
            assertThat(texts(history(ana, Long.MAX_VALUE, 500, "DOG fox"))).containsExactly("FOX and dog");
        }
    }

    @Test
    void aPageOfLongTextsIsShorterAndTheNextGoesOnBelowIt() {
        try (TestHost host = new TestHost(folder).open(); TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            IntStream.range(0, 30).forEach(i -> ana.say(ROOM, i + "\u2028".repeat(3_000)));
            ana.awaitTexts(30);
            assertThat(history(ana, Long.MAX_VALUE, 500, "")).hasSizeBetween(1, 10);
            assertThat(texts(readBack(ana, Long.MAX_VALUE, 500))).hasSize(30);
        }
    }

    @Test
    void searchingWithoutEndIsRefusedWhilePagesAreStillRead() {
        try (TestHost host = new TestHost(folder).open(); TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            say(ana, 5);
            List<CompletableFuture<List<Entry>>> searches = IntStream.range(0, 7)
                    .mapToObj(i -> ana.client().history(ROOM, Long.MAX_VALUE, 10, Optional.of("m"))).toList();
            assertThat(texts(history(ana, Long.MAX_VALUE, 500, ""))).hasSize(5);
            assertThat(searches.getFirst().join()).hasSize(5);
            assertRefused(searches.getLast(), ErrorCode.RATE_LIMITED);
        }
    }

    @Test
    void onlyMembersAndOnlyReasonableSearchesAreAnswered() {
        try (TestHost host = new TestHost(folder).open(); TestMember ana = new TestMember("Ana", host.port(), folder)) {
            ana.await(ClientEvent.Online.class);
            assertRefused(ana.client().history(ROOM, Long.MAX_VALUE, 10, Optional.empty()), ErrorCode.NOT_IN_ROOM);
            ana.join(ROOM);
            assertRefused(ana.client().history(ROOM, 10, 10, Optional.of("x".repeat(Limits.SEARCH_CHARS + 1))), ErrorCode.TOO_LONG);
        }
    }

    private static void assertRefused(CompletableFuture<?> question, ErrorCode code) {
        Assertions.assertThatThrownBy(() -> question.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join())
                .cause().isInstanceOfSatisfying(ClientException.class, e -> assertThat(e.code()).contains(code));
    }

    private static List<Entry> history(TestMember member, long before, int limit, String search) {
        return member.client().history(ROOM, before, limit, Optional.of(search).filter(s -> !s.isEmpty())).join();
    }

    private static List<String> texts(List<Entry> entries) {
        return entries.stream().filter(e -> e.kind() == EntryKind.TEXT).map(Entry::body).toList();
    }

    private static ClientEvent.Joined joinLatest(TestMember member, int last) {
        member.client().joinLatest(ROOM, Optional.empty(), last);
        member.await(ClientEvent.CaughtUp.class);
        return member.await(ClientEvent.Joined.class);
    }

    private static void say(TestMember member, int count) {
        int before = member.texts().size();
        IntStream.range(0, count).forEach(i -> member.say(ROOM, "m" + i));
        member.awaitTexts(before + count);
    }
}
