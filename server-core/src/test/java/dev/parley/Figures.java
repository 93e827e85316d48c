package dev.parley;

import org.junit.jupiter.api.TestReporter;

/// Where tests write down what they measured: in their report, and on the screen for `docs/reliability.md`.
public final class Figures {

    private Figures() {}

    public static void report(TestReporter reporter, String what, String figure) {
        reporter.publishEntry(what, figure);
        System.out.println("measured: " + what + ": " + figure);
    }
}
