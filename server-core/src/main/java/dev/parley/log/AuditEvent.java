package dev.parley.log;

import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.protocol.VisibleText;
import java.time.Instant;
import java.util.Optional;

/// Something that the owner of the host may want to look up later.
///
/// @param at when, whole milliseconds
/// @param type what
/// @param room which room, if one
/// @param person who, if someone
/// @param detail one harmless line, cut at [#DETAIL_CHARS]
public record AuditEvent(
        Instant at, AuditType type, Optional<RoomName> room, Optional<UserName> person, String detail) {

    /// Longest detail that is kept, in chars.
    public static final int DETAIL_CHARS = 500;

    public AuditEvent {
        at = Instant.ofEpochMilli(at.toEpochMilli());
        detail = VisibleText.line(detail.length() > DETAIL_CHARS ? detail.substring(0, DETAIL_CHARS) : detail);
    }

    /// An event about the host as a whole.
    public static AuditEvent ofHost(Instant at, AuditType type, String detail) {
        return new AuditEvent(at, type, Optional.empty(), Optional.empty(), detail);
    }
}
