package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.ClientEvent.CaughtUp;
import dev.parley.client.ClientEvent.Joined;
import dev.parley.client.ClientEvent.Presence;
import dev.parley.client.ClientEvent.Presence.State;
import dev.parley.protocol.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresenceTest {

    @TempDir
    Path folder;

    @Test
    void othersSeeWhoIsAwayFromTheKeyboardAndBack() {
        try (TestHost host = new TestHost(folder).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM)) {
            ana.client().present(false);
            awaitStates(ben, "Ana", State.IDLE);
            try (TestMember cleo = new TestMember("Cleo", host.port(), folder).join(ROOM)) {
                assertThat(presence(cleo.await(Joined.class).people(), "Ana")).isEqualTo("idle");
                assertThat(presence(cleo.await(Joined.class).people(), "Ben")).isEqualTo("here");
                assertThat(presence(cleo.client().people(ROOM).join(), "Ana")).isEqualTo("idle");
            }
            ana.client().present(true);
            awaitStates(ben, "Ana", State.IDLE, State.HERE);
            assertThat(presence(ben.client().people(ROOM).join(), "Ana")).isEqualTo("here");
        }
    }

    @Test
    void aLostConnectionIsSeenAsAwayAndItsReturnAsBack() throws IOException {
        try (TestHost host = new TestHost(folder).open();
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), Impairment.NONE, 7);
                TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM);
                TestMember ana = new TestMember("Ana", proxy.port(), folder).join(ROOM)) {
            proxy.vanish();
            awaitStates(ben, "Ana", State.AWAY);
            assertThat(presence(ben.client().people(ROOM).join(), "Ana")).isEqualTo("away");
            ana.client().close();
            try (TestMember again = new TestMember("Ana", host.port(), folder).join(ROOM)) {
                awaitStates(ben, "Ana", State.AWAY, State.HERE);
                assertThat(again.events(CaughtUp.class)).hasSize(1);
            }
        }
    }

    @Test
    void whoIsIdleIsIdleAfterAReconnectToo() throws IOException {
        try (TestHost host = new TestHost(folder).open();
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), Impairment.NONE, 7);
                TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM);
                TestMember ana = new TestMember("Ana", proxy.port(), folder).join(ROOM)) {
            ana.client().present(false);
            awaitStates(ben, "Ana", State.IDLE);
            proxy.cut();
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ana.events(CaughtUp.class).size() == 2);
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> presence(ben.client().people(ROOM).join(), "Ana").equals("idle"));
            assertThat(ben.events(Presence.class)).noneMatch(p -> p.state() == State.HERE);
        }
    }

    @Test
    void whoeverChangesAllTheTimeCostsTheOthersTwoPushesASecond() throws IOException {
        try (TestHost host = new TestHost(folder).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                PlainClient eve = RichByHand.join(host.port(), "Eve")) {
            for (int i = 0; i < 501; i++) {
                eve.frame("{\"type\":\"present\",\"data\":{\"here\":" + (i % 2 == 1) + "}}");
            }
            eve.frame("{\"type\":\"ping\",\"data\":{\"n\":1}}").expect("pong"); // all of them were heard
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> last(ana) == State.IDLE);
            eve.frame("{\"type\":\"present\",\"data\":{\"here\":true}}");
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> last(ana) == State.HERE);
            assertThat(ana.events(Presence.class)).hasSizeLessThan(20);
        }
    }

    private static State last(TestMember member) {
        return member.events(Presence.class).stream().map(Presence::state).reduce(State.HERE, (_, newer) -> newer);
    }

    private static void awaitStates(TestMember member, String who, State... states) {
        Awaitility.await().atMost(TestMember.PATIENCE).untilAsserted(() -> assertThat(member.events(Presence.class))
                .filteredOn(p -> p.who().value().equals(who)).extracting(Presence::state).containsExactly(states));
    }

    private static String presence(List<Reply.Person> people, String name) {
        return people.stream().filter(p -> p.name().value().equals(name)).findFirst()
                .map(p -> Objects.requireNonNullElse(p.presence(), "here")).orElse("not inside");
    }
}
