package dev.parley.app.cli;

import dev.parley.app.session.Chat;
import dev.parley.app.session.ChatEnd;
import dev.parley.app.session.ChatView;
import dev.parley.app.session.Located;
import dev.parley.app.session.Refusals;
import dev.parley.client.KnownHosts;
import java.io.IOException;
import java.util.Optional;

/// Joins a room and chats, in the way that fits the terminal or the pipe.
final class JoinRun {

    private static final int REFUSED = 8;

    private final CliCommand command;
    private final Surroundings around;
    private final WhereOptions where;
    private final Output output;

    JoinRun(CliCommand command, WhereOptions where) {
        this.command = command;
        this.around = command.surroundings();
        this.where = where;
        this.output = command.output();
    }

    int run() throws IOException, InterruptedException {
        boolean terminal = around.prompt().isTerminal() && !output.isJson();
        try (Interrupts interrupts = new Interrupts(Thread.currentThread()::interrupt)) {
            Passwords passwords = new Passwords(around, interrupts);
            Optional<char[]> password = passwords.given(where.passwordFile());
            KnownHosts known = command.knownHosts();
            Located located = where.locate(command.finder(known), known);
            return terminal
                    ? onTerminal(known, located, passwords, password)
                    : piped(known, located, passwords, password);
        }
    }

    private int piped(KnownHosts known, Located located, Passwords passwords, Optional<char[]> password)
            throws IOException, InterruptedException {
        ChatView plain = output.isJson()
                ? new JsonView(output, command.lines())
                : new PlainView(output, command.lines());
        FirstJoin view = new FirstJoin(plain, isStranger(known, located),
                chat -> new PipedInput(around.in(), chat, plain).start());
        output.onBroken(() -> view.chat().ifPresent(Chat::leave));
        try {
            chat(known, located, passwords, password, view);
        } catch (InterruptedException e) {
            if (view.chat().map(Chat::isUnfinished).orElse(true)) {
                throw e;
            }
        }
        return view.wasRefused() ? REFUSED : Failure.OK;
    }

    private int onTerminal(KnownHosts known, Located located, Passwords passwords, Optional<char[]> password)
            throws IOException, InterruptedException {
        try (TerminalChat terminal = new TerminalChat(output, command.lines(), command.wantsColours())) {
            FirstJoin view = new FirstJoin(terminal, isStranger(known, located), terminal::start);
            chat(known, located, passwords, password, view);
            return terminal.wasInterrupted() ? Failure.INTERRUPTED : Failure.OK;
        }
    }

    private void chat(KnownHosts known, Located located, Passwords passwords, Optional<char[]> password, FirstJoin view)
            throws IOException, InterruptedException {
        ChatEnd end = command.joining(known, where.datagrams())
                .run(located, where.name(around.account()), password, passwords.asker(), view, view::use);
        Refusals.requireLeft(end, located.room());
    }

    /// A key that comes from an announcement proves nothing: people are to compare it, unless they met it before.
    private static boolean isStranger(KnownHosts known, Located located) {
        return !located.vouched()
                && located.expected().isPresent()
                && !known.knows(located.expected().get());
    }
}
