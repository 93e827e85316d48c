package dev.parley.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The program itself and the options that every command takes.
@Command(name = "parley", sortOptions = false, usageHelpAutoWidth = true, synopsisSubcommandLabel = "COMMAND")
@SuppressWarnings("UnusedVariable") // picocli reads the options that only it acts upon
final class ParleyCommand {

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.data", scope = ScopeType.INHERIT)
    private @Nullable Path data;

    @Option(names = "--json", descriptionKey = "option.json", scope = ScopeType.INHERIT)
    private boolean json;

    @Option(names = "--headless", descriptionKey = "option.headless", scope = ScopeType.INHERIT)
    private boolean headless;

    // Only for the help: CommandLineApp turns it into the command "host" before parsing.
    @Option(names = "--room", paramLabel = "ROOM", descriptionKey = "option.room")
    private @Nullable String room;

    @Option(names = {"-h", "--help"}, usageHelp = true, descriptionKey = "option.help", scope = ScopeType.INHERIT)
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, descriptionKey = "option.version")
    private boolean version;

    Optional<Path> data() {
        return Optional.ofNullable(data);
    }

    boolean isHeadless() {
        return headless;
    }

    boolean isJson() {
        return json;
    }
}
