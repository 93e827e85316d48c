package dev.parley.server;

/// How much of something may be held at once. On the event loop.
final class Allowance {

    private long left;

    Allowance(long most) {
        this.left = most;
    }

    /// @return false if there is not so much left; nothing is taken then
    boolean take(long amount) {
        if (amount > left) {
            return false;
        }
        left -= amount;
        return true;
    }

    void giveBack(long amount) {
        left += amount;
    }
}
