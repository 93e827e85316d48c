package dev.parley.app.cli;

import dev.parley.app.ProgramLog;
import dev.parley.app.session.Chat;
import dev.parley.app.session.ChatView;
import dev.parley.app.session.EntryWords;
import dev.parley.app.session.LineFeeder;
import dev.parley.app.session.Typed;
import dev.parley.client.ClientEvent;
import dev.parley.protocol.Entry;
import dev.parley.protocol.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// A chat on a terminal: what happens appears above the line that is being typed. Lines before [#start] go out plainly.
final class TerminalChat implements ChatView, AutoCloseable {

    private static final int HISTORY_SHOWN = 100;
    private static final Duration END = Duration.ofSeconds(1);

    private final Output output;
    private final Lines lines;
    private final boolean colours;
    private final Calm calm = new Calm();
    private Optional<LineReader> reader = Optional.empty();
    private Optional<Thread> typing = Optional.empty();
    private volatile boolean interrupted;
    private long hideUpTo;

    TerminalChat(Output output, Lines lines, boolean colours) {
        this.output = output;
        this.lines = lines;
        this.colours = colours;
    }

    /// Lets the person type.
    /// The arrow keys bring back what was typed, which is kept in memory only: it is nobody else's business.
    synchronized void start(Chat chat) {
        ProgramLog.leaveScreen();
        Terminal terminal = open();
        LineReader made = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("parley")
                .completer(new ChatCompleter(chat::people))
                .parser(new ChatLineParser())
                .highlighter(new TypingSensor(chat::active))
                .option(LineReader.Option.ERASE_LINE_ON_FINISH, true)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
                .option(LineReader.Option.AUTO_FRESH_LINE, true)
                .build();
        reader = Optional.of(made);
        Thread thread = Thread.ofPlatform().name("parley-typing").daemon().unstarted(() -> type(made, chat));
        typing = Optional.of(thread);
        thread.start();
    }

    private static Terminal open() {
        try {
            // no questions to the terminal about its abilities: what a person types meanwhile would be taken for the answer
            return TerminalBuilder.builder().system(true).dumb(true).graphemeCluster(false).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void type(LineReader in, Chat chat) {
        try {
            boolean going = true;
            while (going && !chat.isOver()) {
                String line = in.readLine(lines.texts().get("chat.prompt"));
                going = LineFeeder.carryOut(Typed.parse(line, chat.people()), chat, this);
            }
        } catch (UserInterruptException e) {
            interrupted = chat.isUnfinished();
            chat.leave();
        } catch (EndOfFileException e) {
            finish(chat);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void finish(Chat chat) {
        try {
            chat.finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// True if Ctrl-C came while something was not done yet.
    boolean wasInterrupted() {
        return interrupted;
    }

    @Override
    public synchronized void show(ClientEvent event) {
        if (event instanceof ClientEvent.Joined joined && !joined.again()) {
            hideOldest(joined);
        }
        if (event instanceof ClientEvent.Received(_, var entry)) {
            if (entry.seq() > hideUpTo) {
                print(entry(entry));
            }
        } else if (calm.isWorthALine(event)) {
            lines.status(event).ifPresent(text -> print(faint(text)));
        }
    }

    private void hideOldest(ClientEvent.Joined joined) {
        long hidden = joined.head() - HISTORY_SHOWN - joined.after();
        hideUpTo = Math.max(hideUpTo, joined.head() - HISTORY_SHOWN);
        if (hidden > 0) {
            print(faint(lines.texts().get("chat.earlier", hidden)));
        }
    }

    private AttributedString entry(Entry entry) {
        if (EntryWords.isNotice(entry)) {
            return faint(lines.entry(entry));
        }
        return new AttributedStringBuilder()
                .styled(AttributedStyle.DEFAULT.faint(), lines.time(entry.at()))
                .append("  ")
                .styled(AttributedStyle.BOLD, entry.from().value())
                .append("  ")
                .append(Lines.block(entry.body()))
                .toAttributedString();
    }

    private static AttributedString faint(String text) {
        return new AttributedString(text, AttributedStyle.DEFAULT.faint());
    }

    private void print(AttributedString line) {
        if (reader.isPresent()) {
            reader.get().printAbove(colours ? line : new AttributedString(line.toString()));
        } else {
            output.status(line.toString());
        }
    }

    @Override
    public synchronized void people(List<Reply.Person> people) {
        print(faint(lines.people(people)));
    }

    @Override
    public synchronized void hint(String key, Object... args) {
        print(faint(lines.texts().get(key, args)));
    }

    @Override
    public void flush() {
        output.flush();
    }

    /// Gives the terminal back as it was. Idempotent.
    @Override
    public void close() {
        Optional<Thread> thread;
        Optional<LineReader> in;
        synchronized (this) {
            thread = typing;
            in = reader;
            typing = Optional.empty();
            reader = Optional.empty();
        }
        thread.ifPresent(Thread::interrupt);
        try {
            if (thread.isPresent()) {
                thread.get().join(END);
            }
            if (in.isPresent()) {
                in.get().getTerminal().close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            output.status(String.valueOf(e.getMessage()));
        }
    }
}
