package dev.parley.app.cli;

import dev.parley.app.HostNote;
import dev.parley.app.session.FindingWords;
import dev.parley.app.session.Hosting;
import dev.parley.discovery.Finding;
import dev.parley.discovery.NetworkCheck;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `doctor`: why others do not see the room.
@Command(name = "doctor", sortOptions = false)
final class DoctorCommand extends CliCommand {

    private static final int UNREACHABLE = 5;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "option.doctor-port")
    private @Nullable Integer port;

    DoctorCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws IOException {
        Output output = output();
        output.status(text("doctor.checking"));
        output.flush();
        List<Finding> findings = NetworkCheck.run(portToCheck());
        FindingWords words = new FindingWords(surroundings().texts());
        for (Finding finding : findings) {
            show(finding, words.of(finding), output);
        }
        boolean reachable = findings.stream().noneMatch(f -> f.level() == Finding.Level.FAIL);
        String verdict = text(reachable ? "doctor.reachable" : "doctor.unreachable");
        if (output.isJson()) {
            output.json(JsonLine.event("doctor").with("reachable", reachable).with("text", verdict));
        } else {
            output.answer("");
            output.answer(verdict);
        }
        output.flush();
        return reachable ? Failure.OK : UNREACHABLE;
    }

    /// The port of the host that runs, or of the one that would.
    private int portToCheck() throws IOException {
        if (port != null) {
            return port;
        }
        OptionalInt running = HostNote.read(folder().hostNote())
                .filter(note -> !note.isStale())
                .map(note -> OptionalInt.of(note.port()))
                .orElse(OptionalInt.empty());
        return running.isPresent() ? running.getAsInt() : Hosting.portOf(folder());
    }

    private void show(Finding finding, String words, Output output) {
        String level = finding.level().name().toLowerCase(Locale.ROOT);
        if (output.isJson()) {
            output.json(JsonLine.event("finding")
                    .with("level", level)
                    .with("code", finding.code())
                    .with("facts", finding.facts())
                    .with("text", words));
        } else {
            output.answer(text("doctor.mark." + level) + "  " + words);
        }
    }
}
