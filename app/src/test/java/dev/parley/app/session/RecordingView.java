package dev.parley.app.session;

import dev.parley.client.ClientEvent;
import dev.parley.protocol.Reply;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps what was shown, as short words.
final class RecordingView implements ChatView {

    final List<String> shown = new CopyOnWriteArrayList<>();

    @Override
    public void show(ClientEvent event) {
        shown.add(switch (event) {
            case ClientEvent.Received(_, var entry) -> entry.seq() + " " + entry.body();
            case ClientEvent.Sent(_, _, var seq) -> "sent " + seq;
            default -> event.getClass().getSimpleName();
        });
    }

    @Override
    public void people(List<Reply.Person> people) {
        shown.add("people " + people.size());
    }

    @Override
    public void hint(String key, Object... args) {
        shown.add(key);
    }

    @Override
    public void flush() {}
}
