package dev.parley.app.ui.shell;

import dev.parley.app.DataFolder;
import dev.parley.app.ProgramLog;
import dev.parley.app.instance.Claim;
import dev.parley.app.instance.SingleWindow;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/// The window as a whole: one per user and data folder. For the main thread.
public final class ParleyWindow {

    /// Held, because a logger that nobody holds forgets its level. It would warn that JavaFX is on the class path, where
    /// it works and starts faster (docs/decisions/0007).
    private final Logger toolkit = Logger.getLogger("javafx");

    private final World world;
    private final PrintStream err;

    public ParleyWindow(World world, PrintStream err) {
        this.world = world;
        this.err = err;
    }

    /// Shows the window and returns when it is closed; or hands the links to the window that is open already.
    ///
    /// @return exit code
    public int open(DataFolder folder, List<String> links) {
        CompletableFuture<WindowProgram> program = new CompletableFuture<>();
        var _ = program.thenAccept(p -> p.open(links));
        return open(folder, links, program);
    }

    /// Shows the window and walks through it by itself.
    ///
    /// @return exit code
    public int rehearse(DataFolder folder) {
        CompletableFuture<WindowProgram> program = new CompletableFuture<>();
        var _ = program.thenAccept(p -> new Rehearsal(p).begin());
        return open(folder, List.of(), program);
    }

    private int open(DataFolder folder, List<String> links, CompletableFuture<WindowProgram> program) {
        try {
            folder.create();
            Claim claim = SingleWindow.claim(folder, links, more -> program.thenAccept(p -> p.open(more)));
            return switch (claim) {
                case Claim.First(SingleWindow place) -> {
                    try (place) {
                        yield show(folder, program);
                    }
                }
                case Claim.Told() -> 0;
                case Claim.Silent() -> fail("shell.silent", folder.path());
            };
        } catch (IOException e) {
            return fail("shell.folder", folder.path(), String.valueOf(e.getMessage()));
        }
    }

    private int show(DataFolder folder, CompletableFuture<WindowProgram> program) throws IOException {
        ProgramLog.toFile(folder.programLog());
        toolkit.setLevel(Level.SEVERE);
        Drawing.choose(System.getProperty("os.name"));
        Stores stores = Stores.open(world, folder);
        CountDownLatch closed = new CountDownLatch(1);
        try {
            Platform.startup(() -> program.complete(WindowProgram.start(world, stores, closed::countDown)));
        } catch (UnsupportedOperationException e) { // there is a display by name, but it cannot be used
            String why = String.valueOf(e.getMessage());
            return fail(why.contains("GTK") ? "shell.no-gtk" : "shell.no-display", why);
        }
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private int fail(String key, Object... args) {
        err.println(world.texts().get(key, args));
        return 1;
    }
}
