package dev.parley.app.session;

import dev.parley.app.DataFolder;
import dev.parley.app.HostNote;
import dev.parley.crypto.HostIdentity;
import dev.parley.log.History;
import dev.parley.log.LogBusyException;
import dev.parley.log.LogSettings;
import dev.parley.log.MessageLog;
import dev.parley.log.Retention;
import dev.parley.log.RoomOptions;
import dev.parley.log.RoomRecord;
import dev.parley.log.h2.H2MessageLog;
import dev.parley.log.h2.OpenResult;
import dev.parley.server.RoomServer;
import dev.parley.server.ServerConfig;
import dev.parley.server.ServerListener;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The steps from a data folder to an open room. What was begun is undone when a later step fails.
final class HostStarter {

    private static final int MOST_MEMBERS = 2_000;

    private final DataFolder folder;
    private final HostWish wish;
    private final ServerListener listener;
    private final SecureRandom random;
    private final Clock clock;

    HostStarter(DataFolder folder, HostWish wish, ServerListener listener, SecureRandom random, Clock clock) {
        this.folder = folder;
        this.wish = wish;
        this.listener = listener;
        this.random = random;
        this.clock = clock;
    }

    Hosting start(byte[] device) throws IOException {
        // reading or making the key takes as long as opening the log: do both at once
        CompletableFuture<HostIdentity> identity = CompletableFuture.supplyAsync(
                () -> HostIdentity.loadOrCreate(folder.identity(), random, clock), Thread::startVirtualThread);
        OpenResult opened = openLog();
        try {
            Optional<RoomRecord> stored = stored(opened.log());
            Optional<RoomPassword> password = stored.isPresent() || wish.password().isPresent()
                    ? wish.password()
                    : Optional.of(wish.passwordOfNew().get());
            try {
                return serve(opened, stored, password, await(identity), device);
            } finally {
                password.ifPresent(RoomPassword::close);
            }
        } catch (IOException | RuntimeException | Error e) {
            opened.log().close();
            throw e;
        }
    }

    private OpenResult openLog() throws IOException {
        try {
            return H2MessageLog.open(folder.path(), clock);
        } catch (LogBusyException e) {
            Optional<HostNote> running = HostNote.read(folder.hostNote()).filter(n -> !n.isStale());
            throw running.isPresent()
                    ? new SessionException(Problem.STORAGE, "hosting-already", folder.path(), running.get().port())
                    : new SessionException(Problem.STORAGE, "log-busy", folder.path());
        }
    }

    private Optional<RoomRecord> stored(MessageLog log) {
        return log.rooms().stream().filter(r -> r.name().equals(wish.room())).findFirst();
    }

    private static HostIdentity await(CompletableFuture<HostIdentity> identity) {
        try {
            return identity.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Hosting serve(OpenResult opened, Optional<RoomRecord> stored, Optional<RoomPassword> password,
            HostIdentity identity, byte[] device) throws IOException {
        MessageLog log = opened.log();
        RoomOptions options = options(stored.map(RoomRecord::options).orElseGet(HostStarter::usual));
        if (stored.isPresent() && password.isEmpty()) {
            log.updateRoom(stored.get().withOptions(options));
        }
        var bind = HostPlaces.bindAddress(wish.bind());
        OpenRooms openRooms = new OpenRooms(folder.openRooms());
        Announcing announcing = new Announcing(wish.owner(), wish.announce(), openRooms, listener);
        RoomServer server = RoomServer.start(config(announcing), identity, log, announcing);
        try {
            openRoom(server, password, options);
            openRooms.leftOpen().forEach(server::reopenRoom);
            HostNote note = HostNote.here(HostPlaces.ownAddress(wish.bind()), server.port(), server.fingerprint(),
                    server.ownerToken());
            note.write(folder.hostNote());
            LastPort.remember(folder, server.port());
            announcing.start(server, bind);
            return new Hosting(folder, wish, found(opened), server, announcing, note, device);
        } catch (IOException | RuntimeException | Error e) {
            announcing.close();
            server.close();
            throw e;
        }
    }

    private ServerConfig config(Announcing announcing) throws IOException {
        int port = wish.port().isPresent() ? wish.port().getAsInt() : LastPort.read(folder);
        return new ServerConfig(wish.owner(), wish.bind(), port, wish.port().isPresent(), "parley " + wish.version(),
                false, true, LogSettings.standard(H2MessageLog.backups(folder.path())).withDurability(wish.durability()), announcing::answer, clock, ServerConfig.Admission.standard());
    }

    private RoomOptions options(RoomOptions base) {
        return new RoomOptions(wish.history().orElse(base.history()), wish.idle().orElse(base.idle()),
                base.retention(), base.maxMembers());
    }

    private void openRoom(RoomServer server, Optional<RoomPassword> password, RoomOptions options) {
        if (password.isEmpty()) {
            if (!server.reopenRoom(wish.room())) {
                throw new IllegalStateException("the room was in the log a moment ago");
            }
            return;
        }
        switch (password.get()) {
            case RoomPassword.Fresh(char[] words) -> server.openRoom(wish.room(), Optional.of(words), options);
            case RoomPassword.Open() -> server.openRoom(wish.room(), Optional.empty(), options);
        }
    }

    private static RoomOptions usual() {
        return new RoomOptions(new History.All(), Duration.ofMinutes(5), Retention.FOREVER, MOST_MEMBERS);
    }

    private static HostStart found(OpenResult opened) {
        return switch (opened) {
            case OpenResult.Opened _ -> new HostStart.Usual();
            case OpenResult.Restored r -> new HostStart.Restored(r.keptAside(), r.backup());
            case OpenResult.StartedEmpty s -> new HostStart.StartedEmpty(s.keptAside());
        };
    }
}
