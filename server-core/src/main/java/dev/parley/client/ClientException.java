package dev.parley.client;

import dev.parley.protocol.ErrorCode;
import java.util.Optional;

/// A question to the host that was refused or could not be asked. The message is for people.
public final class ClientException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<ErrorCode> code;

    public ClientException(String message, Optional<ErrorCode> code) {
        super(message);
        this.code = code;
    }

    /// Why the host refused; empty when it could not be asked.
    public Optional<ErrorCode> code() {
        return code;
    }
}
