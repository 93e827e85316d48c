package dev.parley.app.cli;

import dev.parley.app.session.Chat;
import dev.parley.app.session.ChatEnd;
import dev.parley.app.session.ChatView;
import dev.parley.app.session.Located;
import dev.parley.app.session.Refusals;
import dev.parley.client.ClientEvent;
import dev.parley.client.KnownHosts;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `send`: one message; done when it is stored.
@Command(name = "send", sortOptions = false)
final class SendCommand extends CliCommand {

    private static final int REFUSED = 8;

    @Mixin
    private WhereOptions where = new WhereOptions();

    @Parameters(index = "1", paramLabel = "TEXT", descriptionKey = "option.text")
    private String text = "";

    SendCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        MessageText message = new MessageText(text);
        try (Interrupts interrupts = new Interrupts(Thread.currentThread()::interrupt)) {
            Passwords passwords = new Passwords(surroundings(), interrupts);
            Optional<char[]> password = passwords.given(where.passwordFile());
            KnownHosts known = knownHosts();
            Located located = where.locate(finder(known), known);
            Receipt receipt = new Receipt(output(), lines());
            FirstJoin view = new FirstJoin(receipt, false, chat -> say(chat, message));
            receipt.onDone(() -> view.chat().ifPresent(Chat::leave));
            ChatEnd end = joining(known, where.datagrams()).run(located, where.name(surroundings().account()), password,
                    passwords.asker(), view, view::use);
            Refusals.requireLeft(end, located.room());
            return receipt.isStored() ? Failure.OK : REFUSED;
        }
    }

    private static void say(Chat chat, MessageText message) {
        try {
            chat.say(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for the word that the message is stored, and shows nothing else but trouble.
    private static final class Receipt implements ChatView {

        private final Output output;
        private final Lines lines;
        private final Calm calm = new Calm();
        private Runnable done = () -> {};
        private boolean stored;

        Receipt(Output output, Lines lines) {
            this.output = output;
            this.lines = lines;
        }

        void onDone(Runnable action) {
            done = action;
        }

        boolean isStored() {
            return stored;
        }

        @Override
        public void show(ClientEvent event) {
            if (event instanceof ClientEvent.Sent(_, var id, var seq)) {
                stored = true;
                if (output.isJson()) {
                    output.json(JsonLine.event("sent").with("id", id.value()).with("seq", seq));
                }
                done.run();
            } else if (event instanceof ClientEvent.Refused refused) {
                if (output.isJson()) {
                    new JsonView(output, lines).show(refused);
                }
                lines.status(refused).ifPresent(output::status);
                done.run();
            } else if (event instanceof ClientEvent.Offline && calm.isWorthALine(event)) {
                lines.status(event).ifPresent(output::status);
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
}
