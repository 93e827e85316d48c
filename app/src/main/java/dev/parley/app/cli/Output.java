package dev.parley.app.cli;

import com.google.gson.JsonObject;
import java.io.PrintStream;

/// Where a command writes. Safe for any thread; a line is never torn. Nothing is certain to be out before [#flush].
final class Output {

    private final PrintStream out;
    private final PrintStream err;
    private final boolean json;
    private Runnable onBroken = () -> {};
    private boolean broken;

    Output(PrintStream out, PrintStream err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    /// True if a program reads standard output.
    boolean isJson() {
        return json;
    }

    /// An answer for people.
    synchronized void answer(String text) {
        out.println(text);
    }

    /// Something people should know that was not asked for.
    synchronized void status(String text) {
        err.println(text);
    }

    /// An object for programs.
    synchronized void json(JsonLine line) {
        out.println(line.end());
    }

    /// An object that is an answer and no event.
    synchronized void json(JsonObject object) {
        out.println(object);
    }

    /// What to do when nobody reads standard output any more. Called once.
    synchronized void onBroken(Runnable action) {
        onBroken = action;
    }

    void flush() {
        Runnable action = () -> {};
        synchronized (this) {
            err.flush();
            if (out.checkError() && !broken) {
                broken = true;
                action = onBroken;
            }
        }
        action.run();
    }
}
