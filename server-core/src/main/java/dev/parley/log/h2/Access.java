package dev.parley.log.h2;

/// What work does with the database.
enum Access {
    READ,
    BACKUP,
    /// Beside transactions: commands of the database.
    WRITE,
    /// In transactions of its own.
    CHANGE,
    APPEND;

    /// Works without the right to write.
    boolean isPatient() {
        return this == READ;
    }

    /// Its failure says that the database cannot be written: a backup may fail because of its own disk.
    boolean isJudge() {
        return this == WRITE || this == CHANGE || this == APPEND;
    }
}
