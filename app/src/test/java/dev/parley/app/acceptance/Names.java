package dev.parley.app.acceptance;

import java.util.concurrent.ThreadLocalRandom;

/// Names that no other room on this network has: the machine may run several builds at once.
final class Names {

    private Names() {}

    static String room(String start) {
        return start + " " + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x10000, 0x1000000));
    }
}
