package dev.parley.log;

/// What an acknowledged entry survives.
public enum Durability {
    /// The end of the process, however sudden. A power cut may take what was stored in the last 200 ms.
    PROCESS,
    /// A power cut too: each batch waits for the disk.
    POWER
}
