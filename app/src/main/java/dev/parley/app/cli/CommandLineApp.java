package dev.parley.app.cli;

import dev.parley.app.DataFolder;
import dev.parley.app.session.Invite;
import dev.parley.bench.LoadTest;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The command line as a whole: arguments in, exit code out.
public final class CommandLineApp {

    private static final String ROOM_OPTION = "--room";

    private final Surroundings surroundings;
    private final WindowOpener window;

    /// @param window what a start without a command shows, where there is a display
    public CommandLineApp(Surroundings surroundings, WindowOpener window) {
        this.surroundings = surroundings;
        this.window = window;
    }

    /// Runs one command to its end. Never throws.
    public int run(String... args) {
        CommandLine line = commandLine();
        List<String> wanted = hostInsteadOfRoom(line, Arrays.asList(args));
        List<String> links = wanted.stream().filter(Invite::looksLikeOne).toList();
        List<String> rest = wanted.stream().filter(a -> !Invite.looksLikeOne(a)).toList();
        try {
            if (!isWithoutCommand(line, rest)) {
                return line.execute(wanted.toArray(String[]::new));
            }
            ParleyCommand options = line.getCommand();
            if (!options.isHeadless() && window.hasDisplay()) {
                return window.open(options.data().map(DataFolder::new).orElseGet(surroundings::standardFolder), links);
            }
            if (!links.isEmpty()) {
                return line.execute(joinInstead(rest, links.getFirst()));
            }
            return new TextMenu(surroundings, line).run(rest);
        } finally {
            surroundings.out().flush();
            surroundings.err().flush();
        }
    }

    CommandLine commandLine() {
        CommandLine line = new CommandLine(new ParleyCommand());
        line.addSubcommand(new HostCommand(surroundings));
        line.addSubcommand(new JoinCommand(surroundings));
        line.addSubcommand(new RoomsCommand(surroundings));
        line.addSubcommand(new SendCommand(surroundings));
        line.addSubcommand(new LogCommand(surroundings));
        line.addSubcommand(new DoctorCommand(surroundings));
        line.addSubcommand(new BenchCommand(surroundings, LoadTest::run));
        line.addSubcommand(new CompletionCommand(surroundings));
        line.addSubcommand(new HelpCommand());
        line.addSubcommand(new RehearseCommand(surroundings, window));
        line.addSubcommand(new BenchHostCommand(surroundings));
        line.setResourceBundle(surroundings.texts().bundle());
        line.getCommandSpec().version("Parley " + surroundings.version());
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                surroundings.prompt().isTerminal() ? Ansi.AUTO : Ansi.OFF));
        line.setParameterExceptionHandler(this::misused);
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, parsed));
        return line;
    }

    /// `--room NAME` without a command is `host NAME`.
    private static List<String> hostInsteadOfRoom(CommandLine line, List<String> args) {
        List<String> rest = new ArrayList<>(args);
        for (int i = 0; i < rest.size(); i++) {
            String arg = rest.get(i);
            if (line.getSubcommands().containsKey(arg)) {
                return args;
            }
            boolean joined = arg.startsWith(ROOM_OPTION + "=");
            if (joined || (arg.equals(ROOM_OPTION) && i + 1 < rest.size())) {
                String room = joined ? arg.substring(ROOM_OPTION.length() + 1) : rest.remove(i + 1);
                rest.remove(i);
                rest.addFirst(room);
                rest.addFirst("host");
                return rest;
            }
        }
        return args;
    }

    /// A link alone is a wish to join, as when it was clicked.
    private static String[] joinInstead(List<String> options, String link) {
        List<String> args = new ArrayList<>(List.of("join"));
        args.addAll(options);
        args.addAll(List.of("--", link));
        return args.toArray(String[]::new);
    }

    private static boolean isWithoutCommand(CommandLine line, List<String> args) {
        try {
            ParseResult parsed = line.parseArgs(args.toArray(String[]::new));
            return !parsed.hasSubcommand() && !parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested();
        } catch (ParameterException e) {
            return false; // executing it says what is wrong
        }
    }

    private int misused(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        boolean json = Arrays.asList(args).contains("--json");
        report(new Failure(Failure.USAGE, "usage", String.valueOf(e.getMessage())), json);
        CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
        surroundings.err().println(surroundings.texts().get("usage.hint", command.getCommandSpec().qualifiedName()));
        return Failure.USAGE;
    }

    private int failed(Exception e, ParseResult parsed) {
        Failure failure = Failure.of(e, surroundings.texts());
        if (failure.exit() == Failure.INTERNAL) {
            LoggerFactory.getLogger(CommandLineApp.class).error("a command failed", e);
        }
        report(failure, parsed.originalArgs().contains("--json"));
        return failure.exit();
    }

    private void report(Failure failure, boolean json) {
        if (json) {
            JsonLine error = JsonLine.event("error").with("code", failure.code()).with("message", failure.text());
            surroundings.out().println(error.end());
        }
        surroundings.err().println(failure.text());
    }
}
