package dev.parley.app.ui.start;

import dev.parley.app.Texts;
import dev.parley.app.session.SessionException;

/// What a failure says in the window: `start.error-<code>` where the words of the command line do not fit, or else those.
public record ErrorWords(Texts texts) {

    public String of(SessionException failure) {
        String key = "start.error-" + failure.code();
        Object[] args = failure.args().toArray();
        return texts.has(key) ? texts.get(key, args) : texts.get("error." + failure.code(), args);
    }
}
