package dev.parley.log;

/// A stored audit event.
///
/// @param number its place in the audit: later events have larger numbers, with holes
/// @param event what happened
public record AuditRecord(long number, AuditEvent event) {}
