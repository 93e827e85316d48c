package dev.parley.app.ui.hosting;

import dev.parley.app.link.JoinOutcome;
import dev.parley.app.memory.RememberedRoom;
import dev.parley.app.memory.RoomKey;
import dev.parley.app.memory.Settings;
import dev.parley.app.session.HostPlace;
import dev.parley.app.session.HostStart;
import dev.parley.app.session.HostWish;
import dev.parley.app.session.Hosting;
import dev.parley.app.session.RoomPassword;
import dev.parley.app.session.RoomWish;
import dev.parley.app.session.WishedName;
import dev.parley.app.ui.start.Host;
import dev.parley.app.ui.start.HostRequest;
import dev.parley.app.ui.start.HostResult;
import dev.parley.log.Durability;
import dev.parley.log.RoomOptions;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.protocol.VisibleText;
import dev.parley.server.PortInUseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Our own host: opens rooms, changes them, stops. The first room starts the server, further ones are added to it; the
/// server stops with its last room. Everything that may block runs on one thread of its own, in order. FX thread, except
/// for [#close].
public final class HostModel implements Host, Moderation, AutoCloseable {

    private final HostParts parts;
    private final HostProblems problems;
    private final HostState state = new HostState();
    private final HostEvents events;
    private final ExecutorService work = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("parley-hosting").factory());
    private final AtomicReference<Optional<Hosting>> hosting = new AtomicReference<>(Optional.empty());
    private final AtomicBoolean refreshing = new AtomicBoolean();

    public HostModel(HostParts parts) {
        this.parts = parts;
        this.problems = new HostProblems(parts.texts(), parts.folder().path());
        this.events = new HostEvents(new Ears(), parts.fx());
    }

    public HostState state() {
        return state;
    }

    /// Opens a room. One that was hosted before goes on with its messages; it takes the password and the rules of the
    /// request, but a password that it has is not taken away by a request without one: that is done in its settings.
    /// The port counts only for the first room.
    @Override
    public CompletableFuture<HostResult> host(HostRequest request) {
        RoomWish wish = new RoomWish(request.room(), request.password().map(RoomPassword.Fresh::new), RoomPassword.Open::new,
                Optional.of(request.history()), Optional.of(request.idle()), Optional.of(request.retention()));
        return open(wish, request.port());
    }

    @Override
    public CompletableFuture<HostResult> hostAgain(RoomName room, OptionalInt port) {
        return open(RoomWish.again(room), port);
    }

    private CompletableFuture<HostResult> open(RoomWish wish, OptionalInt port) {
        CompletableFuture<HostResult> result = new CompletableFuture<>();
        submit(() -> {
            try {
                Hosting open = opened(wish, port);
                refresh(open);
                join(open, wish.room(), result);
            } catch (PortInUseException e) {
                finish(result, new HostResult.PortTaken(e.port(), e.free()));
            } catch (RuntimeException e) {
                finish(result, new HostResult.Failed(problems.words(e)));
            } finally {
                wish.password().ifPresent(RoomPassword::close);
            }
        });
        return result;
    }

    private Hosting opened(RoomWish wish, OptionalInt port) {
        Optional<Hosting> running = hosting.get();
        if (running.isPresent()) {
            running.get().open(wish);
            return running.get();
        }
        UserName owner = owner();
        HostWish first = new HostWish(wish.room(), owner, wish.password(), wish.passwordOfNew(), wish.history(), wish.idle(),
                wish.retention(), port, parts.bind(), Durability.PROCESS, parts.announce(), parts.version());
        Hosting started = Hosting.start(parts.folder(), first, events, parts.random(), parts.clock());
        hosting.set(Optional.of(started));
        String notice = notice(started.found());
        List<HostPlace> places = started.places();
        parts.fx().execute(() -> {
            state.started(started.fingerprint(), started.port(), owner, notice);
            state.places(places);
        });
        return started;
    }

    private UserName owner() {
        Settings settings = parts.settings().get();
        Optional<UserName> said = settings.name().flatMap(name -> {
            try {
                return Optional.of(new UserName(name));
            } catch (ProtocolException e) {
                return Optional.empty();
            }
        });
        return WishedName.of(said, parts.account()).first();
    }

    private String notice(HostStart found) {
        return switch (found) {
            case HostStart.Usual() -> "";
            case HostStart.Restored(var aside, var _) -> parts.texts().get("hosting.restored", aside.getFileName());
            case HostStart.StartedEmpty(var aside) -> parts.texts().get("hosting.started-empty", aside.getFileName());
        };
    }

    private void join(Hosting open, RoomName room, CompletableFuture<HostResult> result) {
        parts.entrance().joinOwn(open, room, owner()).thenAccept(outcome -> parts.fx().execute(() -> {
            if (outcome instanceof JoinOutcome.In(RoomKey key)) {
                parts.memory().change(key, RememberedRoom::asOwn);
                result.complete(new HostResult.Started(key));
            } else {
                result.complete(new HostResult.Failed(parts.texts().get("hosting.not-inside", room, why(outcome))));
            }
        }));
    }

    private static String why(JoinOutcome outcome) {
        return VisibleText.line(switch (outcome) {
            case JoinOutcome.Refused refused -> refused.message();
            case JoinOutcome.CannotConnect cannot -> cannot.message();
            case JoinOutcome.NameTaken taken -> taken.name();
            default -> outcome.getClass().getSimpleName();
        });
    }

    private void finish(CompletableFuture<HostResult> result, HostResult outcome) {
        parts.fx().execute(() -> result.complete(outcome));
    }

    /// The name must not be taken; members stay inside.
    public CompletableFuture<Change> rename(HostedRoom room, RoomName now) {
        RoomKey before = room.key();
        RoomKey after = new RoomKey(before.host(), now);
        return change(h -> {
            h.rename(before.room(), now);
            parts.fx().execute(() -> {
                room.renamed(after);
                parts.memory().rename(before, after);
            });
        });
    }

    /// @param password wiped; members stay inside
    public CompletableFuture<Change> changePassword(HostedRoom room, RoomPassword password) {
        RoomName name = room.name();
        return change(h -> h.changePassword(name, password)).whenComplete((_, _) -> password.close());
    }

    public CompletableFuture<Change> changeOptions(HostedRoom room, UnaryOperator<RoomOptions> how) {
        RoomOptions changed = how.apply(room.optionsProperty().get());
        RoomName name = room.name();
        return change(h -> h.changeOptions(name, changed));
    }

    /// Nobody new may come in, or they may again.
    public CompletableFuture<Change> pause(HostedRoom room, boolean on) {
        RoomName name = room.name();
        return change(h -> {
            h.pause(name, on);
            parts.fx().execute(() -> room.paused(on));
        });
    }

    public CompletableFuture<Change> forgive(HostedRoom room) {
        RoomName name = room.name();
        return change(h -> h.forgive(name));
    }

    @Override
    public CompletableFuture<Change> remove(RoomName room, UserName who, boolean ban) {
        return change(h -> h.remove(room, who, ban));
    }

    /// Everybody leaves; the room can be hosted again. The last one takes the server with it.
    public CompletableFuture<Change> closeRoom(HostedRoom room) {
        RoomName name = room.name();
        return change(h -> {
            h.close(name);
            if (h.rooms().isEmpty()) {
                end();
            }
        });
    }

    private CompletableFuture<Change> change(Consumer<Hosting> how) {
        CompletableFuture<Change> result = new CompletableFuture<>();
        submit(() -> {
            Change change;
            try {
                Hosting running = hosting.get().orElse(null);
                if (running == null) {
                    change = new Change.Failed(parts.texts().get("hosting.not-running"));
                } else {
                    how.accept(running);
                    change = new Change.Done();
                    hosting.get().ifPresent(this::refresh);
                }
            } catch (RuntimeException e) {
                change = new Change.Failed(problems.words(e));
            }
            Change outcome = change;
            parts.fx().execute(() -> result.complete(outcome));
        });
        return result;
    }

    /// Says goodbye to everybody and stops. Completes when it is done.
    public CompletableFuture<Void> stop() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        submit(() -> {
            end();
            parts.fx().execute(() -> done.complete(null));
        });
        return done;
    }

    private void end() {
        hosting.getAndSet(Optional.empty()).ifPresent(h -> {
            parts.stopping().accept(h);
            h.close();
            parts.fx().execute(state::stopped);
        });
    }

    /// Looks at networks and clock again; a view that shows them asks every few seconds.
    public void lookAround() {
        state.refresh(parts.clock().instant());
        submit(() -> hosting.get().ifPresent(h -> {
            List<HostPlace> places = h.places();
            parts.fx().execute(() -> state.places(places));
        }));
    }

    /// The person has read the notice.
    public void noticed() {
        state.noticed();
    }

    private void refresh(Hosting running) {
        List<HostState.Seen> seen = HostState.Seen.of(running);
        Instant now = parts.clock().instant();
        parts.fx().execute(() -> state.rooms(seen, now));
    }

    private void submit(Runnable task) {
        try {
            work.execute(task);
        } catch (RejectedExecutionException e) {
            // closed: the program ends
        }
    }

    /// Stops hosting with the program: says goodbye, stores, a few seconds at most. Any thread but FX; idempotent.
    @Override
    public void close() {
        work.shutdown();
        hosting.getAndSet(Optional.empty()).ifPresent(Hosting::close);
    }

    private final class Ears implements HostEvents.Hearer {

        @Override
        public void roomsChanged() {
            if (refreshing.compareAndSet(false, true)) {
                submit(() -> {
                    refreshing.set(false);
                    hosting.get().ifPresent(HostModel.this::refresh);
                });
            }
        }

        @Override
        public void inside(RoomName room, UserName name, boolean now) {
            state.inside(room, name, now);
        }

        @Override
        public void stored(Map<RoomName, Integer> counts) {
            state.stored(counts, parts.clock().instant());
        }

        @Override
        public void storageFailed(String reason) {
            submit(() -> {
                String words = problems.storage(reason);
                parts.fx().execute(() -> state.trouble(words));
            });
        }

        @Override
        public void storageRecovered() {
            submit(() -> parts.fx().execute(() -> state.trouble(""))); // after what was said of the failure
        }
    }
}
