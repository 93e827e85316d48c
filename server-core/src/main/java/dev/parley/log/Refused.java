package dev.parley.log;

/// The draft is not acknowledged. With [Reason#READ_ONLY] it may still have reached the disk in the moment of the
/// failure: sending it again with the same id is always right.
///
/// @param reason why
/// @param text the reason in words, safe to show
public record Refused(Reason reason, String text) implements Outcome {

    /// Why a draft was not stored.
    public enum Reason {
        /// The disk is full or failing; the log comes back by itself.
        READ_ONLY,
        /// Too much is waiting; send it again later.
        BUSY,
        /// The log is closing.
        CLOSED,
        /// This draft cannot be stored, for example because its room does not exist.
        INVALID
    }
}
