package dev.parley.app;

import dev.parley.app.cli.CommandLineApp;
import dev.parley.app.cli.ConsolePrompt;
import dev.parley.app.cli.Prompt;
import dev.parley.app.cli.Surroundings;
import dev.parley.app.cli.WindowOpener;
import dev.parley.app.session.Lookout;
import dev.parley.app.ui.shell.Display;
import dev.parley.app.ui.shell.ParleyWindow;
import dev.parley.app.ui.shell.World;
import dev.parley.client.RoomClient;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where the program begins: puts the parts together and runs what the arguments ask for.
public final class Main {

    private static final int BUFFER = 64 * 1024;

    private Main() {}

    public static void main(String[] args) {
        Prompt prompt = new ConsolePrompt();
        Charset charset = charset(prompt.isTerminal());
        Locale locale = Locale.getDefault();
        Surroundings surroundings = new Surroundings(
                System.in,
                stream(FileDescriptor.out, charset),
                stream(FileDescriptor.err, charset),
                prompt,
                System.getenv(),
                DataFolder.standard(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home"))),
                System.getProperty("user.name"),
                Version.current(),
                RoomClient::open,
                Lookout.network(),
                Clock.systemUTC(),
                ZoneId.systemDefault(),
                locale,
                new Texts(locale),
                new SecureRandom());
        System.exit(new CommandLineApp(surroundings, window(surroundings)).run(args));
    }

    private static WindowOpener window(Surroundings around) {
        return new WindowOpener() {
            @Override
            public boolean hasDisplay() {
                return Display.isThere(around.environment(), System.getProperty("os.name"), System.getProperty("glass.platform"));
            }

            @Override
            public int open(DataFolder folder, List<String> links) {
                return new ParleyWindow(world(around, true), around.err()).open(folder, links);
            }

            @Override
            public int rehearse(DataFolder folder) {
                return new ParleyWindow(world(around, false), around.err()).rehearse(folder);
            }
        };
    }

    private static World world(Surroundings around, boolean seen) {
        return new World(around.account(), around.version(), around.environment(), around.clients(), around.lookout(),
                around.clock(), around.zone(), Texts.ofWindow(around.locale()), around.random(),
                seen ? Optional.empty() : Optional.of("127.0.0.1"), seen);
    }

    /// A terminal gets what it can show; files, pipes and other programs get UTF-8.
    private static Charset charset(boolean terminal) {
        return Optional.ofNullable(terminal ? System.getProperty("stdout.encoding") : null)
                .filter(Charset::isSupported)
                .map(Charset::forName)
                .filter(c -> !c.equals(StandardCharsets.US_ASCII))
                .orElse(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(FileDescriptor file, Charset charset) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(file), BUFFER), false, charset);
    }
}
