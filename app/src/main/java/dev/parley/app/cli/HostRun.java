package dev.parley.app.cli;

import dev.parley.app.DataFolder;
import dev.parley.app.ProgramLog;
import dev.parley.app.session.Chat;
import dev.parley.app.session.ChatEnd;
import dev.parley.app.session.ChatView;
import dev.parley.app.session.Endpoint;
import dev.parley.app.session.HostStart;
import dev.parley.app.session.HostWish;
import dev.parley.app.session.Hosting;
import dev.parley.app.session.PasswordAsker;
import dev.parley.client.RoomClient;
import dev.parley.protocol.UserName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// Hosts a room until Ctrl-C or a signal, and shows what happens in the way that fits: a chat on a terminal, lines
/// otherwise, JSON objects for programs.
final class HostRun {

    private final CliCommand command;
    private final Surroundings around;
    private final Output output;
    private final DataFolder folder;
    private final Consumer<Chat> inside;

    HostRun(CliCommand command) {
        this(command, command.folder(), chat -> {});
    }

    /// @param inside told when the host's own chat has joined the room, unless that is on a terminal
    HostRun(CliCommand command, DataFolder folder, Consumer<Chat> inside) {
        this.command = command;
        this.folder = folder;
        this.inside = inside;
        this.around = command.surroundings();
        this.output = command.output();
    }

    /// Says what to host.
    interface Wish {
        HostWish with(Passwords passwords) throws IOException;
    }

    int run(Wish wish) throws IOException, InterruptedException {
        // until the room is open a signal only takes note: an interrupt could hit the database while it opens
        try (Interrupts interrupts = new Interrupts(() -> {})) {
            HostWish wanted = wish.with(new Passwords(around, interrupts));
            ProgramLog.toFile(folder.create().programLog());
            try (HostReport report = new HostReport(output, around.texts());
                    QuietCollection quiet = QuietCollection.start();
                    Hosting hosting =
                            Hosting.start(folder, wanted, quiet.watching(report), around.random(), around.clock())) {
                Thread hook = Thread.ofPlatform().name("parley-close").unstarted(hosting::close);
                Runtime.getRuntime().addShutdownHook(hook);
                announce(hosting);
                return serve(hosting, wanted.owner(), report, interrupts);
            }
        }
    }

    private int serve(Hosting hosting, UserName owner, HostReport report, Interrupts interrupts) {
        interrupts.instead(Thread.currentThread()::interrupt);
        try {
            if (output.isJson()) {
                stayUnlessLeft(chat(hosting, owner, new HostJsonView(output, command.lines()), inside));
            } else if (around.prompt().isTerminal()) {
                return chatOnTerminal(hosting, owner, report);
            } else {
                new CountDownLatch(1).await();
            }
        } catch (InterruptedException e) {
            // the usual end of a host
        }
        return Failure.OK;
    }

    private int chatOnTerminal(Hosting hosting, UserName owner, HostReport report) throws InterruptedException {
        ChatEnd end;
        try (TerminalChat terminal = new TerminalChat(output, command.lines(), command.wantsColours())) {
            report.showIn(terminal);
            end = chat(hosting, owner, terminal, terminal::start);
        }
        stayUnlessLeft(end);
        return Failure.OK;
    }

    private ChatEnd chat(Hosting hosting, UserName owner, ChatView view, Consumer<Chat> begin)
            throws InterruptedException {
        try (RoomClient client = around.clients().apply(hosting.ownClient(owner))) {
            FirstJoin first = new FirstJoin(view, false, begin);
            Chat chat = new Chat(client, hosting.room(), PasswordAsker.NOBODY, first, event -> {});
            first.use(chat);
            return chat.run(Optional.empty());
        }
    }

    /// The room goes on without the host's own chat, unless the person left it.
    private void stayUnlessLeft(ChatEnd end) throws InterruptedException {
        if (!(end instanceof ChatEnd.Left)) {
            output.status(command.text("host.no-chat"));
            output.flush();
            new CountDownLatch(1).await();
        }
    }

    private void announce(Hosting hosting) {
        List<String> addresses = hosting.addresses().stream().map(Endpoint::show).toList();
        String room = hosting.room().value();
        storage(hosting.found());
        if (output.isJson()) {
            output.json(JsonLine.event("ready")
                    .with("room", room)
                    .with("port", hosting.port())
                    .with("addresses", addresses)
                    .with("fingerprint", hosting.fingerprint().toString())
                    .with("invite", hosting.invite().toString()));
        }
        output.status(command.text(hosting.isLocked() ? "host.ready-locked" : "host.ready-open", room));
        output.status(command.text("host.where", String.join(", ", addresses), hosting.invite()));
        output.status(command.text("host.words", Lines.words(hosting.fingerprint())));
        output.flush();
    }

    private void storage(HostStart start) {
        switch (start) {
            case HostStart.Usual() -> {}
            case HostStart.Restored(var aside, var backup) -> {
                output.status(command.text("host.restored", aside, backup));
                storage("restored", aside);
            }
            case HostStart.StartedEmpty(var aside) -> {
                output.status(command.text("host.started-empty", aside));
                storage("started-empty", aside);
            }
        }
    }

    private void storage(String state, Path aside) {
        if (output.isJson()) {
            output.json(JsonLine.event("storage").with("state", state).with("keptAside", aside.toString()));
        }
    }
}
