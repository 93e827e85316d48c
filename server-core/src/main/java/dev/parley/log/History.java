package dev.parley.log;

/// What a newcomer may see of the time before they came.
public sealed interface History {

    /// Everything that is kept.
    record All() implements History {}

    /// Nothing: the room begins when they come.
    record None() implements History {}

    /// The newest entries.
    ///
    /// @param entries how many, 1 or more
    record Last(int entries) implements History {
        public Last {
            if (entries < 1) {
                throw new IllegalArgumentException("history shows at least 1 entry, or none at all");
            }
        }
    }
}
