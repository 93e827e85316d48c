package dev.parley.log.h2;

import dev.parley.log.TurnableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/// Tests on a [FaultyDisk], which is whole again after each.
abstract class FaultyDiskFixture {

    final TurnableClock clock = new TurnableClock();

    @BeforeAll
    static void register() {
        FaultyDisk.register();
    }

    @AfterEach
    void heal() {
        FaultyDisk.heal();
    }
}
