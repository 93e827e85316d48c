package dev.parley.log;

/// Kinds of audit events. Stored by name: never rename one.
public enum AuditType {
    SERVER_START,
    SERVER_STOP,
    ROOM_CREATED,
    ROOM_RENAMED,
    ROOM_CLOSED,
    USER_JOINED,
    USER_LEFT,
    USER_TIMEOUT,
    JOIN_FAILED,
    LOGIN_FAILED,
    KICKED,
    BANNED,
    MESSAGE_SENT,
    STORAGE_FAILED,
    STORAGE_RECOVERED,
    BACKUP_DONE,
    BACKUP_FAILED,
    DATABASE_RESTORED,
    ERROR
}
