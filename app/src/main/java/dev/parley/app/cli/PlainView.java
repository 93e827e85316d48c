package dev.parley.app.cli;

import dev.parley.app.session.ChatView;
import dev.parley.app.session.EntryWords;
import dev.parley.client.ClientEvent;
import dev.parley.protocol.Reply;
import java.util.List;

/// A chat that is read line by line: messages on standard output, everything else on standard error.
final class PlainView implements ChatView {

    private final Output output;
    private final Lines lines;
    private final Calm calm = new Calm();

    PlainView(Output output, Lines lines) {
        this.output = output;
        this.lines = lines;
    }

    @Override
    public void show(ClientEvent event) {
        if (event instanceof ClientEvent.Received(_, var entry)) {
            if (EntryWords.isNotice(entry)) {
                output.status(lines.entry(entry));
            } else {
                output.answer(lines.entry(entry));
            }
        } else if (!calm.isWorthALine(event)) {
            return;
        } else if (event instanceof ClientEvent.Whispered) {
            lines.status(event).ifPresent(output::answer);
        } else {
            lines.status(event).ifPresent(output::status);
        }
    }

    @Override
    public void people(List<Reply.Person> people) {
        output.status(lines.people(people));
    }

    @Override
    public void hint(String key, Object... args) {
        output.status(lines.texts().get(key, args));
    }

    @Override
    public void flush() {
        output.flush();
    }
}
