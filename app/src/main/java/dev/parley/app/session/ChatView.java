package dev.parley.app.session;

import dev.parley.client.ClientEvent;
import dev.parley.protocol.Reply;
import java.util.List;

/// What a [Chat] shows. All text of other people in it is untrusted. Called from the chat's thread, and by its verbs
/// from others.
public interface ChatView {

    /// Something happened. Several follow each other when many wait; then comes one [#flush].
    void show(ClientEvent event);

    /// The answer to `/people`.
    void people(List<Reply.Person> people);

    /// A word to the person who types: the text with that key of the bundle.
    void hint(String key, Object... args);

    /// Nothing else waits: make visible what was shown.
    void flush();
}
