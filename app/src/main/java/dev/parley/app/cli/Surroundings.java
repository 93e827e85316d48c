package dev.parley.app.cli;

import dev.parley.app.DataFolder;
import dev.parley.app.Texts;
import dev.parley.app.session.Lookout;
import dev.parley.client.ClientConfig;
import dev.parley.client.RoomClient;
import java.io.InputStream;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// What commands find around them; made once, by `main`.
///
/// @param in lines of messages, when they do not come from a terminal
/// @param out what was asked for
/// @param err everything else
/// @param prompt the terminal
/// @param environment variables of the process
/// @param standardFolder data folder where none is said
/// @param account user name of the operating system
/// @param version of the program
/// @param clients how to connect to a host
/// @param lookout how to look for rooms
/// @param clock for times that are stored
/// @param zone for times that people read
/// @param locale language of dates
/// @param texts words for people
/// @param random for secrets
public record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Prompt prompt,
        Map<String, String> environment,
        DataFolder standardFolder,
        String account,
        String version,
        Function<ClientConfig, RoomClient> clients,
        Lookout lookout,
        Clock clock,
        ZoneId zone,
        Locale locale,
        Texts texts,
        SecureRandom random) {}
