package dev.parley.protocol;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;

/// Identity of a message, made by its sender: a ULID in its canonical form, 26 characters of Crockford base 32.
/// It lets a message be sent twice and stored once.
///
/// @param value 26 upper-case characters
public record MessageId(String value) {

    /// @throws ProtocolException with [ErrorCode#BAD_MESSAGE] if it is not a canonical ULID
    public MessageId {
        if (!Ulid.isValid(value) || !value.equals(Ulid.from(value).toString())) {
            throw new ProtocolException(ErrorCode.BAD_MESSAGE, "a message id must be a ULID");
        }
    }

    /// A new id, later in order than every id made before by this process.
    public static MessageId next() {
        return new MessageId(UlidCreator.getMonotonicUlid().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
