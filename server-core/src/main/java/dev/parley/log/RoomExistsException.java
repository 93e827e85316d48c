package dev.parley.log;

/// A room with this name, or with one that looks like it, is there already.
public final class RoomExistsException extends LogException {

    private static final long serialVersionUID = 1L;

    public RoomExistsException(String message) {
        super(message);
    }
}
