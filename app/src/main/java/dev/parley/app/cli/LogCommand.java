package dev.parley.app.cli;

import dev.parley.app.session.LogExport;
import dev.parley.app.session.LogPages;
import dev.parley.app.session.LogReader;
import dev.parley.app.session.Problem;
import dev.parley.app.session.SessionException;
import dev.parley.protocol.Entry;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `log`: what was said in the rooms of this data folder, and what happened to them.
@Command(name = "log", sortOptions = false)
final class LogCommand extends CliCommand {

    private static final int LAST = 20;
    private static final int MOST = 1_000_000;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ROOM", descriptionKey = "option.log-room")
    private @Nullable String room;

    @Option(names = "--last", paramLabel = "N", descriptionKey = "option.last")
    private @Nullable Integer last;

    @Option(names = "--search", paramLabel = "WORDS", descriptionKey = "option.search")
    private @Nullable String search;

    @Option(names = "--events", descriptionKey = "option.events")
    private boolean events;

    @Option(names = "--export", paramLabel = "FILE", descriptionKey = "option.export")
    private @Nullable Path export;

    LogCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (last != null && (last < 1 || last > MOST)) {
            throw new SessionException(Problem.USAGE, "bad-last", MOST);
        }
        Output output = output();
        LogPrinter printer = new LogPrinter(output, lines());
        try (LogReader log = LogReader.open(
                folder(), surroundings().clients(), surroundings().random(), surroundings().clock())) {
            if (events) {
                new LogPages(log).lastEvents(last == null ? LAST : last).forEach(printer::event);
            } else {
                read(log, printer, output);
            }
        } finally {
            output.flush();
        }
        return Failure.OK;
    }

    private void read(LogReader log, LogPrinter printer, Output output) throws IOException {
        List<Reply.LogRoom> rooms = log.rooms();
        Optional<Reply.LogRoom> chosen = choose(rooms);
        if (chosen.isEmpty()) {
            rooms.forEach(printer::room);
            if (rooms.isEmpty()) {
                output.status(text("log.empty"));
            }
        } else if (export != null) {
            long count = export(log, chosen.get(), export);
            output.status(text("log.exported", count, export));
        } else {
            read(log, chosen.get(), last == null ? LAST : last, printer::entry);
        }
    }

    /// The room that was named, or the only one.
    private Optional<Reply.LogRoom> choose(List<Reply.LogRoom> rooms) {
        if (room == null) {
            if (rooms.size() > 1 && (export != null || search != null || last != null)) {
                throw new SessionException(Problem.USAGE, "which-room");
            }
            return rooms.size() == 1 ? Optional.of(rooms.getFirst()) : Optional.empty();
        }
        RoomName wanted = new RoomName(room);
        return Optional.of(rooms.stream()
                .filter(r -> r.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new SessionException(Problem.NO_SUCH_ROOM, "no-such-room", wanted)));
    }

    private void read(LogReader log, Reply.LogRoom from, long count, Consumer<Entry> reader) {
        LogPages pages = new LogPages(log);
        words().ifPresentOrElse(
                words -> pages.found(from.name(), count, words).forEach(reader),
                () -> pages.last(from, count, reader));
    }

    private Optional<String> words() {
        return Optional.ofNullable(search).filter(s -> !s.isBlank());
    }

    /// Everything, unless only a part was asked for.
    private long export(LogReader log, Reply.LogRoom from, Path file) throws IOException {
        LogExport writer = new LogExport(surroundings().texts(), surroundings().locale(), surroundings().zone());
        long count = last == null ? from.head() : last;
        return writer.write(file, from.name(), surroundings().clock().instant(), reader -> read(log, from, count, reader));
    }
}
