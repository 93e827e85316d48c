package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.parley.client.ClientEvent;
import dev.parley.log.History;
import dev.parley.log.Retention;
import dev.parley.log.RoomOptions;
import dev.parley.log.RoomRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    @TempDir
    Path folder;

    @Test
    void withoutHistoryTheRoomBeginsWhenOneComes() {
        try (TestHost host = new TestHost(folder).open(history(new History.None()));
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            say(ana, 5);
            try (TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM)) {
                ana.say(ROOM, "now");
                ben.awaitTexts(1);
                assertThat(ben.texts()).containsExactly("now");
            }
        }
    }

    @Test
    void theLastEntriesAreShownToANewcomer() {
        try (TestHost host = new TestHost(folder).open(history(new History.Last(3)));
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            say(ana, 10);
            try (TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM)) {
                long head = ben.await(ClientEvent.Joined.class).head();
                assertThat(ben.entries().getFirst().seq()).isEqualTo(head - 2);
                assertThat(ben.texts()).containsExactly("m7", "m8", "m9");
            }
            try (TestMember cleo = new TestMember("Cleo", host.port(), folder)) {
                cleo.client().join(ROOM, Optional.empty(), OptionalLong.of(1));
                cleo.await(ClientEvent.CaughtUp.class);
                assertThat(cleo.entries()).as("asking for more does not help").hasSizeLessThanOrEqualTo(3);
            }
        }
    }

    @Test
    void aDeviceThatWasHereSeesWhatItCouldSeeBefore() {
        try (TestHost host = new TestHost(folder).open(history(new History.None()));
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            ana.say(ROOM, "before");
            ana.awaitTexts(1);
            try (TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM)) {
                ana.say(ROOM, "while here");
                ben.awaitTexts(1);
            }
            ana.say(ROOM, "while away");
            ana.awaitTexts(3);
            try (TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM)) {
                assertThat(ben.texts()).containsExactly("while here", "while away");
            }
        }
    }

    @Test
    void aNewRuleHidesNothingFromWhoIsAwayForAMoment() throws IOException {
        try (TestHost host = new TestHost(folder).open(history(new History.All()));
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), Impairment.NONE, 7);
                TestMember ana = new TestMember("Ana", proxy.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM)) {
            host.server().changeOptions(ROOM, history(new History.None()));
            proxy.unplug();
            ben.say(ROOM, "while Ana is away");
            ben.awaitTexts(1);
            proxy.cut();
            proxy.plugIn();
            ana.awaitTexts(1);
            assertThat(ana.texts()).containsExactly("while Ana is away");
            assertThat(host.noticesUpToNow()).as("nobody noticed").containsExactly("JOINED Ana", "JOINED Ben");
        }
    }

    @Test
    void aNewRuleHidesNothingFromWhoWasInsideAndComesBackLater() throws IOException {
        try (TestHost host = new TestHost(folder).open(history(new History.All()));
                TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM)) {
            ben.say(ROOM, "before");
            ben.awaitTexts(1);
            try (TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
                ana.awaitTexts(1);
                host.server().changeOptions(ROOM, history(new History.None()));
            }
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> host.server().rooms().getFirst().members() == 1);
            ben.say(ROOM, "while Ana is away");
            ben.awaitTexts(2);
            try (TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                    TestMember carla = new TestMember("Carla", host.port(), folder).join(ROOM)) {
                ana.awaitTexts(2);
                assertThat(ana.texts()).containsExactly("before", "while Ana is away");
                assertThat(carla.texts()).isEmpty();
            }
        }
    }

    @Test
    void aRangeDoesNotReachBelowWhatAMemberMaySee() throws IOException {
        try (TestHost host = new TestHost(folder).open(history(new History.None()));
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                PlainClient eve = new PlainClient(host.port())) {
            say(ana, 5);
            eve.frame("{\"type\":\"hello\",\"data\":{\"version\":1,\"client\":\"test\"}}").expect("hello");
            eve.send("guest", "username", "Eve", "device", "A".repeat(43)).expect("guest");
            eve.frame("{\"type\":\"join\",\"data\":{\"room\":\"Lobby\",\"after\":0}}");
            long head = eve.expect("joined").get("head").getAsLong();
            eve.expect("caught-up");
            eve.frame("{\"type\":\"range\",\"data\":{\"room\":\"Lobby\",\"from\":1,\"to\":" + head + "}}");
            eve.frame("{\"type\":\"range\",\"data\":{\"room\":\"Lobby\",\"from\":1,\"to\":9223372036854775807}}");
            eve.frame("{\"type\":\"range\",\"data\":{\"room\":\"Lobby\",\"from\":9223372036854775807,\"to\":9223372036854775807}}");
            ana.say(ROOM, "now");
            ana.awaitTexts(6);
            eve.frame("{\"type\":\"range\",\"data\":{\"room\":\"Lobby\",\"from\":1,\"to\":9223372036854775807}}");
            eve.expect("entries", m -> m.toString().contains("now"));
            List<JsonObject> pages = eve.all("entries");
            assertThat(pages.toString()).doesNotContain("m0").doesNotContain("m4");
            assertThat(pages).allMatch(p -> p.get("from").getAsLong() > head);
        }
    }

    @Test
    void aBeginningThatRetentionRemovedIsPassedOver() {
        RoomOptions tenOnly = new RoomOptions(new History.All(), Duration.ZERO, new Retention(Optional.empty(), OptionalLong.of(10)), 100);
        try (TestHost host = new TestHost(folder).open(tenOnly); TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM)) {
            say(ana, 50);
            RoomRecord room = host.log().rooms().getFirst();
            assertThat(host.log().retain(room.id(), Instant.now())).isPositive();
            long first = host.log().rooms().getFirst().first();
            for (long after : new long[] {0, 5, first - 2, first - 1, first, 1_000_000}) {
                try (TestMember ben = new TestMember("Ben" + after, host.port(), folder)) {
                    ben.client().join(ROOM, Optional.empty(), OptionalLong.of(after));
                    ben.await(ClientEvent.CaughtUp.class);
                    int sofar = ben.texts().size();
                    ben.say(ROOM, "hello");
                    ben.awaitTexts(sofar + 1);
                    assertThat(ben.entries().getFirst().seq()).isGreaterThanOrEqualTo(Math.max(first, Math.min(after, room.head()) + 1));
                    ChatTest.assertContiguous(ben.entries());
                }
            }
        }
    }

    private static void say(TestMember member, int count) {
        IntStream.range(0, count).forEach(i -> member.say(ROOM, "m" + i));
        member.awaitTexts(count);
    }

    private static RoomOptions history(History history) {
        return TestHost.options(history, Duration.ZERO);
    }
}
