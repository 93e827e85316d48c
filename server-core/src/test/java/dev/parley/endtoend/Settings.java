package dev.parley.endtoend;

import dev.parley.log.LogSettings;
import dev.parley.server.ServerConfig;
import dev.parley.server.ServerConfig.Admission;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/// Changes of a host's configuration, one thing each.
final class Settings {

    private Settings() {}

    static UnaryOperator<ServerConfig> port(int port) {
        return c -> new ServerConfig(c.owner(), c.bind(), port, c.insist(), c.version(), c.plainPasswords(), c.guestsCreate(),
                c.storage(), c.strays(), c.clock(), c.limits());
    }

    static UnaryOperator<ServerConfig> guests(boolean plainPasswords, boolean guestsCreate) {
        return c -> new ServerConfig(c.owner(), c.bind(), c.port(), c.insist(), c.version(), plainPasswords, guestsCreate,
                c.storage(), c.strays(), c.clock(), c.limits());
    }

    static UnaryOperator<ServerConfig> limits(UnaryOperator<Admission> change) {
        return c -> new ServerConfig(c.owner(), c.bind(), c.port(), c.insist(), c.version(), c.plainPasswords(), c.guestsCreate(),
                c.storage(), c.strays(), c.clock(), change.apply(c.limits()));
    }

    static UnaryOperator<ServerConfig> storage(UnaryOperator<LogSettings> change) {
        return c -> new ServerConfig(c.owner(), c.bind(), c.port(), c.insist(), c.version(), c.plainPasswords(), c.guestsCreate(),
                change.apply(c.storage()), c.strays(), c.clock(), c.limits());
    }

    static UnaryOperator<Admission> grace(Duration grace) {
        return a -> new Admission(a.waitingPerAddress(), a.waiting(), a.connections(), a.loginTime(), a.silence(), grace,
                a.postsPerSecond(), a.rooms());
    }

    static UnaryOperator<Admission> loginTime(Duration time) {
        return a -> new Admission(a.waitingPerAddress(), a.waiting(), a.connections(), time, a.silence(), a.grace(),
                a.postsPerSecond(), a.rooms());
    }

    static UnaryOperator<Admission> silence(Duration silence) {
        return a -> new Admission(a.waitingPerAddress(), a.waiting(), a.connections(), a.loginTime(), silence, a.grace(),
                a.postsPerSecond(), a.rooms());
    }

    static UnaryOperator<ServerConfig> clock(Clock clock) {
        return c -> new ServerConfig(c.owner(), c.bind(), c.port(), c.insist(), c.version(), c.plainPasswords(), c.guestsCreate(),
                c.storage(), c.strays(), clock, c.limits());
    }

    static UnaryOperator<ServerConfig> strays(BiFunction<ByteBuffer, InetSocketAddress, Optional<byte[]>> strays) {
        return c -> new ServerConfig(c.owner(), c.bind(), c.port(), c.insist(), c.version(), c.plainPasswords(), c.guestsCreate(),
                c.storage(), strays, c.clock(), c.limits());
    }

    static UnaryOperator<Admission> rooms(int rooms) {
        return a -> new Admission(a.waitingPerAddress(), a.waiting(), a.connections(), a.loginTime(), a.silence(), a.grace(),
                a.postsPerSecond(), rooms);
    }

    static UnaryOperator<LogSettings> probing(Duration every) {
        return s -> new LogSettings(s.durability(), s.syncDelay(), every, s.retentionEvery(), s.backupEvery(), s.backupFolder(),
                s.backupKeep());
    }
}
