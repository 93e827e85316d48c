package dev.parley.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jline.utils.Signals;

/// Ctrl-C, and the signals by which a system asks a program to stop. From its making to its closing, the first one
/// calls an action; one more ends the process at once.
final class Interrupts implements Passwords.Guard, AutoCloseable {

    private static final String[] SIGNALS = {"INT", "TERM", "HUP"};

    private final Map<String, Object> before = new LinkedHashMap<>();
    private Runnable action;
    private boolean came;

    /// @param action called on a thread of its own; must not block for long
    Interrupts(Runnable action) {
        this.action = action;
        for (String signal : SIGNALS) {
            before.put(signal, Signals.register(signal, this::signal));
        }
    }

    private void signal() {
        Runnable now;
        synchronized (this) {
            if (came) {
                Runtime.getRuntime().halt(Failure.INTERRUPTED);
            }
            came = true;
            now = action;
        }
        now.run();
    }

    /// From now on something else is to be done. If a signal came before, it is done at once.
    void instead(Runnable other) {
        boolean now;
        synchronized (this) {
            action = other;
            now = came;
        }
        if (now) {
            other.run();
        }
    }

    /// While a person is asked, the action cannot be heard: the program ends instead.
    @Override
    public <T> T during(Supplier<T> question) {
        Runnable before;
        synchronized (this) {
            before = action;
        }
        instead(() -> System.exit(Failure.INTERRUPTED));
        try {
            return question.get();
        } finally {
            synchronized (this) {
                action = before;
            }
        }
    }

    /// Gives the signals back. Idempotent.
    @Override
    public void close() {
        before.forEach((signal, previous) -> {
            if (previous != null) {
                Signals.unregister(signal, previous);
            }
        });
        before.clear();
    }
}
