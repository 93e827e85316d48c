package dev.parley.app.ui;

import dev.parley.app.memory.RoomKey;
import dev.parley.app.session.Located;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Notes where a screen wanted to lead.
public final class RecordingNavigator implements Navigator {

    /// In order: `start`, `join <room>`, `room <room>`, `settings`, `network`, `say <words>`, `browse <address>`.
    public final List<String> calls = new CopyOnWriteArrayList<>();

    @Override
    public void start() {
        calls.add("start");
    }

    @Override
    public void join(Located where) {
        calls.add("join " + where.room());
    }

    @Override
    public void room(RoomKey key) {
        calls.add("room " + key.room());
    }

    @Override
    public void settings() {
        calls.add("settings");
    }

    @Override
    public void network() {
        calls.add("network");
    }

    @Override
    public void say(String words) {
        calls.add("say " + words);
    }

    @Override
    public void browse(String address) {
        calls.add("browse " + address);
    }
}
