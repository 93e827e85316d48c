package dev.parley.app.acceptance;

import org.junit.jupiter.api.TestReporter;

/// Measured figures, for the reports and for whoever watches the build.
final class Figures {

    private Figures() {}

    static void report(TestReporter reporter, String what, String figure) {
        reporter.publishEntry(what, figure);
        System.out.println("measured: " + what + " " + figure);
    }
}
