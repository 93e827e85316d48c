package dev.parley.endtoend;

import dev.parley.protocol.MessageId;
import java.io.IOException;

/// Speaks the rich protocol without our client, to do what it never would.
final class RichByHand {

    private RichByHand() {}

    static PlainClient logIn(int port, String name) throws IOException {
        PlainClient client = new PlainClient(port);
        client.frame("{\"type\":\"hello\",\"data\":{\"version\":1,\"client\":\"test\"}}").expect("hello");
        client.send("guest", "username", name).expect("guest");
        return client;
    }

    static PlainClient join(int port, String name) throws IOException {
        PlainClient client = logIn(port, name);
        client.send("join", "room", "Lobby").expect("caught-up");
        return client;
    }

    /// The first words of this stay.
    static void say(PlainClient client, String text) throws IOException {
        client.frame("{\"type\":\"post\",\"data\":{\"room\":\"Lobby\",\"id\":\"" + MessageId.next() + "\",\"n\":1,\"text\":\"" + text + "\"}}");
    }
}
