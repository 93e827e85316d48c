package dev.parley.endtoend;

import java.time.Duration;

/// How bad a network is.
///
/// @param loss share of datagrams that vanish, 0 to 1
/// @param duplication share that comes twice
/// @param reordering share that is held back so that later ones overtake it
/// @param hold how long it is held back
record Impairment(double loss, double duplication, double reordering, Duration hold) {

    static final Impairment NONE = new Impairment(0, 0, 0, Duration.ZERO);
    static final Impairment BLOCKED = new Impairment(1, 0, 0, Duration.ZERO);

    /// The network of the fault table: loss 20 %, duplication 2 %, reordering 25 %.
    static Impairment harsh() {
        return new Impairment(0.20, 0.02, 0.25, Duration.ofMillis(10));
    }
}
