package dev.parley.app.cli;

import dev.parley.app.session.Chat;
import dev.parley.app.session.ChatView;
import dev.parley.app.session.LineFeeder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// Reads standard input into a chat, on a thread of its own: a read cannot be interrupted.
final class PipedInput {

    private final InputStream in;
    private final Chat chat;
    private final ChatView view;

    PipedInput(InputStream in, Chat chat, ChatView view) {
        this.in = in;
        this.chat = chat;
        this.view = view;
    }

    void start() {
        Thread.ofPlatform().name("parley-input").daemon().start(this::read);
    }

    private void read() {
        try {
            new LineFeeder(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), chat, view).run();
        } catch (IOException e) {
            view.hint("chat.input-failed", String.valueOf(e.getMessage()));
            view.flush();
            chat.leave();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
