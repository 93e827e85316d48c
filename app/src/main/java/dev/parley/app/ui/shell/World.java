package dev.parley.app.ui.shell;

import dev.parley.app.Texts;
import dev.parley.app.session.Lookout;
import dev.parley.client.ClientConfig;
import dev.parley.client.RoomClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What the window finds around it; made once, by `main`.
///
/// @param account user name of the operating system
/// @param version of the program
/// @param environment variables of the process
/// @param clients how to connect to a host
/// @param lookout how to look for rooms
/// @param clock for times that are stored
/// @param zone for times that people read
/// @param texts words for people
/// @param random for secrets
/// @param bind address that rooms of ours listen on; empty for all
/// @param announce whether others on the network may see them
public record World(
        String account,
        String version,
        Map<String, String> environment,
        Function<ClientConfig, RoomClient> clients,
        Lookout lookout,
        Clock clock,
        ZoneId zone,
        Texts texts,
        SecureRandom random,
        Optional<String> bind,
        boolean announce) {}
