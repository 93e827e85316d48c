package dev.parley.app.cli;

import dev.parley.app.session.ChatView;
import dev.parley.app.session.EntryWords;
import dev.parley.client.ClientEvent;
import dev.parley.protocol.Reply;
import java.util.List;

/// The messages of the hosted room for a program. Comings and goings are told by [HostReport].
final class HostJsonView implements ChatView {

    private final Output output;
    private final Lines lines;

    HostJsonView(Output output, Lines lines) {
        this.output = output;
        this.lines = lines;
    }

    @Override
    public void show(ClientEvent event) {
        if (event instanceof ClientEvent.Received(var room, var entry) && !EntryWords.isNotice(entry)) {
            output.json(JsonView.entry(entry, lines.texts()).with("room", room.value()));
        }
    }

    @Override
    public void people(List<Reply.Person> people) {}

    @Override
    public void hint(String key, Object... args) {
        output.status(lines.texts().get(key, args));
    }

    @Override
    public void flush() {
        output.flush();
    }
}
