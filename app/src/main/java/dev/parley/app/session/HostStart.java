package dev.parley.app.session;

import java.nio.file.Path;

/// What was found of the message log when a host started.
public sealed interface HostStart {

    /// The log is as it was left, or new.
    record Usual() implements HostStart {}

    /// The log could not be read. It lies aside, and a backup took its place: what came after the backup is missing.
    record Restored(Path keptAside, Path backup) implements HostStart {}

    /// The log could not be read and there was no backup. It lies aside, and a new one was begun.
    record StartedEmpty(Path keptAside) implements HostStart {}
}
