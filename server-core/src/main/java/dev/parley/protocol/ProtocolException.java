package dev.parley.protocol;

/// Input that is not valid in the protocol. Carries the code for the reply; the message is safe to show and never
/// contains the input itself. Has no stack trace: hostile input is ordinary and must stay cheap.
public final class ProtocolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String text;

    public ProtocolException(ErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
        this.text = message;
    }

    public ErrorCode code() {
        return code;
    }

    /// The message again, never null.
    public String text() {
        return text;
    }
}
