package dev.parley.log;

/// What became of a draft.
public sealed interface Outcome permits Appended, Refused {}
