package dev.parley.app.session;

import java.util.List;

/// Something that a person asked for cannot be done. The words for people are the text `error.<code>` of the bundle,
/// with the arguments.
public final class SessionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String code;
    private final transient List<Object> args;

    /// @param code stable, in the form of the wire's error codes, for example `no-such-room`
    /// @param args shown to people: already made harmless where they come from elsewhere
    public SessionException(Problem problem, String code, Object... args) {
        super(code + " " + List.of(args));
        this.problem = problem;
        this.code = code;
        this.args = List.of(args);
    }

    public Problem problem() {
        return problem;
    }

    public String code() {
        return code;
    }

    public List<Object> args() {
        return args;
    }
}
