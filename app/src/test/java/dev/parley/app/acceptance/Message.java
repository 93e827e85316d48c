package dev.parley.app.acceptance;

import com.google.gson.JsonObject;
import java.util.List;

/// A message as one line of output tells it.
///
/// @param at the server's time, as written
record Message(long seq, String id, String from, String at, String text) {

    static Message of(JsonObject line) {
        return new Message(line.get("seq").getAsLong(), line.get("id").getAsString(), line.get("from").getAsString(),
                line.get("at").getAsString(), line.get("text").getAsString());
    }

    /// The messages that a member or host has seen, in its order.
    static List<Message> seenBy(Running process) {
        return process.events("message").stream().map(Message::of).toList();
    }

    /// The entries of people in the answer of `log`.
    static List<Message> logged(Running log) {
        return log.events("entry").stream()
                .filter(e -> e.get("kind").getAsString().equals("text"))
                .map(Message::of)
                .toList();
    }
}
