package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.log.MessageLog;
import dev.parley.server.ServerListener;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each join reads the log. Who has left again by the time a thread is free for that keeps nobody waiting.
class JoinAndLeaveFloodTest {

    private static final int TIMES = 200;

    /// What the host reads at the same time, and what the one who stays needs.
    private static final int FEW = 10;

    private final Semaphore gate = new Semaphore(Integer.MAX_VALUE / 2);
    private final AtomicInteger reads = new AtomicInteger();

    @TempDir
    Path folder;

    @Test
    void whoHasLeftIsNotReadFor() throws Exception {
        try (TestHost host = new TestHost(folder, UnaryOperator.identity(), this::counted, new ServerListener() {}).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                PlainClient eve = RichByHand.logIn(host.port(), "Eve")) {
            ana.say(ROOM, "hello");
            ana.awaitTexts(1);
            gate.drainPermits();
            reads.set(0);
            for (int i = 0; i < TIMES; i++) {
                eve.frame("{\"type\":\"join\",\"data\":{\"room\":\"Lobby\",\"after\":0}}");
                eve.send("leave", "room", "Lobby");
            }
            eve.frame("{\"type\":\"ping\",\"data\":{\"n\":1}}").expect("pong");
            gate.release(Integer.MAX_VALUE / 2);

            try (TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM)) {
                ben.awaitTexts(1);
            }
            assertThat(eve.all("joined")).hasSize(TIMES);
            assertThat(reads.get()).isBetween(1, FEW);
        }
    }

    private MessageLog counted(MessageLog real) {
        return (MessageLog) Proxy.newProxyInstance(
                MessageLog.class.getClassLoader(), new Class<?>[] {MessageLog.class}, (proxy, method, args) -> {
                    if (method.getName().equals("range")) {
                        reads.incrementAndGet();
                        gate.acquire();
                    }
                    try {
                        return method.invoke(real, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
