package dev.parley.app.cli;

import dev.parley.app.Texts;
import dev.parley.app.session.ChatView;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.protocol.VisibleText;
import dev.parley.server.ServerListener;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Tells the person who hosts, or the program that watches, what happens at the server. Called on the server's thread,
/// writes on its own, because a terminal may be slow; when far behind it drops.
final class HostReport implements ServerListener, AutoCloseable {

    private static final int WAITING = 10_000;

    private final Output output;
    private final Texts texts;
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING), Thread.ofPlatform().name("parley-report").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    private volatile Optional<ChatView> chat = Optional.empty();

    HostReport(Output output, Texts texts) {
        this.output = output;
        this.texts = texts;
    }

    /// From now on the person reads a chat, which shows comings and goings by itself; the rest is shown in it.
    void showIn(ChatView view) {
        chat = Optional.of(view);
    }

    @Override
    public void joined(RoomName room, UserName name) {
        comesOrGoes("joined", "host.joined", room, name);
    }

    @Override
    public void left(RoomName room, UserName name) {
        comesOrGoes("left", "host.left", room, name);
    }

    private void comesOrGoes(String event, String key, RoomName room, UserName name) {
        later(() -> {
            if (output.isJson()) {
                output.json(JsonLine.event(event).with("room", room.value()).with("name", name.value()));
            } else if (chat.isEmpty()) {
                output.status(texts.get(key, name, room));
            }
        });
    }

    @Override
    public void joinFailed(RoomName room, UserName name, String code) {
        later(() -> {
            if (output.isJson()) {
                output.json(JsonLine.event("join-failed")
                        .with("room", room.value())
                        .with("name", name.value())
                        .with("code", code));
            }
            say("host.join-failed", name, room, VisibleText.line(code));
        });
    }

    @Override
    public void storageFailed(String reason) {
        later(() -> {
            if (output.isJson()) {
                output.json(JsonLine.event("storage").with("state", "failed").with("reason", reason));
            }
            say("host.storage-failed", VisibleText.line(reason));
        });
    }

    @Override
    public void storageRecovered() {
        later(() -> {
            if (output.isJson()) {
                output.json(JsonLine.event("storage").with("state", "recovered"));
            }
            say("host.storage-recovered");
        });
    }

    private void say(String key, Object... args) {
        chat.ifPresentOrElse(view -> view.hint(key, args), () -> output.status(texts.get(key, args)));
    }

    private void later(Runnable report) {
        writer.execute(() -> {
            report.run();
            if (writer.getQueue().isEmpty()) {
                output.flush();
            }
        });
    }

    /// Waits a moment for what is to be written. Idempotent.
    @Override
    public void close() {
        writer.shutdown();
        try {
            boolean done = writer.awaitTermination(1, TimeUnit.SECONDS);
            if (!done) {
                writer.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
