package dev.parley.app.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `join`: chat in a room.
@Command(name = "join", sortOptions = false)
final class JoinCommand extends CliCommand {

    @Mixin
    private WhereOptions where = new WhereOptions();

    JoinCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new JoinRun(this, where).run();
    }
}
