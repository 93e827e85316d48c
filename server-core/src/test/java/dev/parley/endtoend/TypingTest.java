package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.Typing;
import dev.parley.client.ClientEvent.Way;
import dev.parley.protocol.UserName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypingTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theOthersSeeThatSomebodyWritesAndTheWriterDoesNot(Way way) throws IOException {
        Impairment network = way == Way.UDP ? Impairment.NONE : Impairment.BLOCKED;
        try (TestHost host = new TestHost(folder).open();
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), network, 7);
                PlainClient plain = new PlainClient(host.port()).enter("Plain", "Lobby");
                TestMember ana = new TestMember("Ana", proxy.port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", proxy.port(), folder).join(ROOM)) {
            for (TestMember member : List.of(ana, ben)) {
                Awaitility.await().atMost(TestMember.PATIENCE).until(() -> member.events(ClientEvent.WayChanged.class).stream().anyMatch(w -> w.now() == way));
            }
            Awaitility.await().atMost(TestMember.PATIENCE).pollInterval(TestMember.POLL).until(() -> {
                for (int i = 0; i < 100; i++) {
                    ana.client().typing(ROOM);
                }
                return !ben.events(Typing.class).isEmpty();
            });
            assertThat(ben.await(Typing.class)).isEqualTo(new Typing(ROOM, new UserName("Ana")));
            ana.say(ROOM, "done");
            ben.awaitTexts(1);
            ana.awaitTexts(1);
            assertThat(ana.events(Typing.class)).isEmpty();
            assertThat(ben.events(Typing.class)).as("throttled").hasSizeLessThan(4);
            assertThat(plain.all("typing")).isEmpty();
            assertThat(host.notices()).as("not in the log").noneMatch(n -> n.contains("TYPING"));
        }
    }

    @Test
    void whoeverDoesNotThrottleIsThrottledByTheHost() throws IOException {
        try (TestHost host = new TestHost(folder).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                PlainClient eve = RichByHand.join(host.port(), "Eve")) {
            for (int i = 0; i < 500; i++) {
                eve.send("typing", "room", "Lobby");
            }
            eve.frame("{\"type\":\"ping\",\"data\":{\"n\":1}}").expect("pong");
            RichByHand.say(eve, "done");
            ana.awaitTexts(1);
            assertThat(ana.events(Typing.class).size()).isBetween(1, 5); // one a second, and the machine may be slow
        }
    }

    @Test
    void outsidersTypeForNobodyAndLargeRoomsDoWithout() throws IOException {
        List<PlainClient> crowd = new ArrayList<>();
        try (TestHost host = new TestHost(folder).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                PlainClient eve = RichByHand.join(host.port(), "Eve");
                PlainClient outsider = RichByHand.logIn(host.port(), "Otto")) {
            for (int i = 0; i < 199; i++) {
                crowd.add(new PlainClient(host.port()).enter("P" + i, "Lobby"));
            }
            assertThat(outsider.send("typing", "room", "Lobby").expectError("typing")).isEqualTo("not-in-room");
            eve.send("typing", "room", "Lobby");
            RichByHand.say(eve, "done");
            ana.awaitTexts(1);
            assertThat(ana.events(Typing.class)).isEmpty();
            crowd.removeLast().close();
            host.awaitMembers(200);
            Awaitility.await().atMost(TestMember.PATIENCE).pollInterval(TestMember.POLL).until(() -> {
                eve.send("typing", "room", "Lobby");
                return !ana.events(Typing.class).isEmpty();
            });
        } finally {
            for (PlainClient plain : crowd) {
                plain.close();
            }
        }
    }
}
