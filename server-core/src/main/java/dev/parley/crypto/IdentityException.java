package dev.parley.crypto;

import java.nio.file.Path;

/// The file with the host's identity cannot be read or written. The message is for the person who runs the host and
/// says what to do. The file is left as it was: a new identity would look like a false host to everyone who knows the
/// old one, so only a person may decide for it.
public final class IdentityException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private IdentityException(String message, Throwable cause) {
        super(message, cause);
    }

    static IdentityException damaged(Path file, Throwable cause) {
        return new IdentityException("The identity of this host in " + file + " is damaged. Put the file back from a"
                + " backup. Without one, delete it: the host then gets a new identity, and everyone who has joined"
                + " before will be warned that the host has changed.", cause);
    }

    static IdentityException unreadable(Path file, Throwable cause) {
        return new IdentityException("The identity of this host in " + file + " cannot be read. Check that the file"
                + " belongs to you and that the disk is connected.", cause);
    }

    static IdentityException unwritable(Path file, Throwable cause) {
        return new IdentityException("The identity of this host cannot be stored in " + file + ". Check that the folder"
                + " belongs to you and that the disk has space.", cause);
    }
}
