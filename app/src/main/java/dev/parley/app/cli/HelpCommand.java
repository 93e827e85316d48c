package dev.parley.app.cli;

import dev.parley.app.session.Problem;
import dev.parley.app.session.SessionException;
import dev.parley.protocol.VisibleText;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `help`: the same as `--help`, for the program or for a command.
@Command(name = "help", helpCommand = true, sortOptions = false)
final class HelpCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "COMMAND", descriptionKey = "option.help-command")
    private @Nullable String command;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        CommandLine parley = spec.root().commandLine();
        CommandLine wanted = command == null ? parley : parley.getSubcommands().get(command);
        if (wanted == null) {
            throw new SessionException(Problem.USAGE, "no-such-command", VisibleText.line(String.valueOf(command)));
        }
        wanted.usage(parley.getOut());
        return Failure.OK;
    }
}
