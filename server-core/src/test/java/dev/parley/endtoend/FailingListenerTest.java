package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.ClientEvent;
import dev.parley.protocol.ErrorCode;
import dev.parley.server.ServerListener;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The host's own person is told of everything in the middle of it: a fault there is no fault of the room.
class FailingListenerTest {

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @TempDir
    Path folder;

    private ServerListener failing() {
        return (ServerListener) Proxy.newProxyInstance(
                ServerListener.class.getClassLoader(), new Class<?>[] {ServerListener.class}, (proxy, method, arguments) -> {
                    told.add(method.getName());
                    throw new IllegalStateException("a fault of the listener in " + method.getName());
                });
    }

    @Test
    void peopleComeWriteAndGoAlthoughTheListenerFailsEachTime() {
        try (TestHost host = new TestHost(folder, UnaryOperator.identity(), UnaryOperator.identity(), failing()).open("secret");
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM, "secret")) {
            try (TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM, "secret");
                    TestMember eve = new TestMember("Eve", host.port(), folder)) {
                ana.say(ROOM, "hello");
                ben.awaitTexts(1);
                eve.client().join(ROOM, Optional.of("guessed".toCharArray()), OptionalLong.empty());
                assertThat(eve.await(ClientEvent.JoinFailed.class).code()).isEqualTo(ErrorCode.WRONG_PASSWORD);
                ben.client().leave(ROOM);
                Awaitility.await().atMost(TestMember.PATIENCE).until(() -> host.notices().contains("LEFT Ben"));
            }
            ana.say(ROOM, "still here");
            ana.awaitTexts(2);
            assertThat(host.storedTexts()).containsExactly("hello", "still here");
        }
        assertThat(told).contains("roomsChanged", "joined", "left", "stored", "joinFailed");
    }
}
