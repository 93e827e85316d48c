package dev.parley.app.session;

import dev.parley.client.ClientConfig;
import dev.parley.protocol.UserName;
import java.util.List;
import java.util.Optional;

/// Configurations for tests.
final class Configs {

    private Configs() {}

    static ClientConfig client(String name) {
        return new ClientConfig(List::of, new UserName(name), Optional.empty(), new OwnHost(FakeRoomClient.HOST),
                new byte[32], Optional.empty(), true);
    }
}
