package dev.parley.app.session;

import dev.parley.app.DataFolder;
import dev.parley.app.HostNote;
import dev.parley.crypto.HostIdentity;
import dev.parley.log.LogBusyException;
import dev.parley.log.LogSettings;
import dev.parley.log.h2.H2MessageLog;
import dev.parley.log.h2.OpenResult;
import dev.parley.server.RoomServer;
import dev.parley.server.ServerConfig;
import dev.parley.server.ServerListener;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The steps from a data folder to an open room. What was begun is undone when a later step fails.
final class HostStarter {

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
            RoomOpening opening = new RoomOpening(opened.log());
            Optional<RoomPassword> password = opening.password(wish.asRoom());
            try {
                return serve(opened, opening, password, await(identity), device);
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

    private static HostIdentity await(CompletableFuture<HostIdentity> identity) {
        try {
            return identity.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Hosting serve(OpenResult opened, RoomOpening opening, Optional<RoomPassword> password,
            HostIdentity identity, byte[] device) throws IOException {
        var bind = HostPlaces.bindAddress(wish.bind());
        OpenRooms openRooms = new OpenRooms(folder.openRooms());
        Announcing announcing = new Announcing(wish.owner(), wish.announce(), openRooms, listener);
        RoomServer server = RoomServer.start(config(announcing), identity, opened.log(), announcing);
        try {
            opening.open(server, wish.asRoom(), password);
            openRooms.leftOpen().forEach(server::reopenRoom);
            server.accept(); // who came back while the rooms were opened finds them
            HostNote note = HostNote.here(HostPlaces.ownAddress(wish.bind()), server.port(), server.fingerprint(),
                    server.ownerToken());
            note.write(folder.hostNote());
            LastPort.remember(folder, server.port());
            announcing.start(server, bind);
            return new Hosting(folder, wish, found(opened), server, opening, announcing, note, device);
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

    private static HostStart found(OpenResult opened) {
        return switch (opened) {
            case OpenResult.Opened _ -> new HostStart.Usual();
            case OpenResult.Restored r -> new HostStart.Restored(r.keptAside(), r.backup());
            case OpenResult.StartedEmpty s -> new HostStart.StartedEmpty(s.keptAside());
        };
    }
}
