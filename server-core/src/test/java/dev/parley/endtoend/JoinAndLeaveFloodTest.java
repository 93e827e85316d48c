package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.log.MessageLog;
import dev.parley.server.ServerListener;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each join reads the log. Who has left again by the time a thread is free for that keeps nobody waiting.
class JoinAndLeaveFloodTest {

    private static final int TIMES = 200;

    /// What the host reads at the same time, and what the one who stays needs.
    private static final int FEW = 10;

    private final AtomicReference<FailingLog> disk = new AtomicReference<>();

    @TempDir
    Path folder;

    @Test
    void whoHasLeftIsNotReadFor() throws Exception {
        try (TestHost host = new TestHost(folder, UnaryOperator.identity(), this::onDisk, new ServerListener() {}).open();
                TestMember ana = new TestMember("Ana", host.port(), folder).join(ROOM);
                PlainClient eve = RichByHand.logIn(host.port(), "Eve")) {
            ana.say(ROOM, "hello");
            ana.awaitTexts(1);
            disk.get().holdReads();
            for (int i = 0; i < TIMES; i++) {
                eve.frame("{\"type\":\"join\",\"data\":{\"room\":\"Lobby\",\"after\":0}}");
                eve.send("leave", "room", "Lobby");
            }
            eve.frame("{\"type\":\"ping\",\"data\":{\"n\":1}}").expect("pong");
            disk.get().releaseReads();

            try (TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM)) {
                ben.awaitTexts(1);
            }
            assertThat(eve.all("joined")).hasSize(TIMES);
            assertThat(disk.get().pagesRead()).isBetween(1, FEW);
        }
    }

    private MessageLog onDisk(MessageLog real) {
        FailingLog failing = new FailingLog(real);
        disk.set(failing);
        return failing.log();
    }
}
