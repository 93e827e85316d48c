package dev.parley.app.session;

import dev.parley.client.ClientEvent;
import dev.parley.client.ClientException;
import dev.parley.client.RoomClient;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// One person in one room: shows what happens, in order, and carries out what the person wants.
///
/// [#run] occupies its caller's thread until the chat is over. All other methods may be called from any thread
/// meanwhile. The client stays open; its owner closes it.
public final class Chat {

    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration GOODBYE = Duration.ofSeconds(1);
    private static final int BATCH = 1_000;
    /// Below the client's own limit, so that a single sender never meets it.
    private static final int OUTBOX = 9_000;

    private final RoomClient client;
    private volatile RoomName room;
    private final PasswordAsker asker;
    private final ChatView view;
    private final Consumer<ClientEvent> observer;
    private final ChatState state;
    private volatile boolean leaving;
    private long leaveBy;
    private int asked;

    /// @param observer sees every event before it is shown; called from the chat's thread
    public Chat(RoomClient client, RoomName room, PasswordAsker asker, ChatView view, Consumer<ClientEvent> observer) {
        this.client = client;
        this.room = room;
        this.asker = asker;
        this.view = view;
        this.observer = observer;
        this.state = new ChatState(room);
    }

    /// Joins the room and stays until the person leaves or cannot stay.
    ///
    /// @param password empty for none; the asker is asked when one turns out to be needed
    public ChatEnd run(Optional<char[]> password) throws InterruptedException {
        client.join(room, password, OptionalLong.empty());
        try {
            while (true) {
                Optional<ClientEvent> event = client.poll(TICK);
                for (int i = 0; event.isPresent(); i++) {
                    Optional<ChatEnd> end = handle(event.get());
                    if (end.isPresent()) {
                        return end.get();
                    }
                    event = i < BATCH ? client.poll(Duration.ZERO) : Optional.empty();
                }
                view.flush();
                state.changed();
                if (leaving && leaveBy - System.nanoTime() < 0) {
                    return new ChatEnd.Left();
                }
            }
        } finally {
            view.flush();
            state.end();
        }
    }

    private Optional<ChatEnd> handle(ClientEvent event) {
        state.apply(event);
        room = state.room();
        observer.accept(event);
        return switch (event) {
            case ClientEvent.JoinFailed e when mayAsk(e) && askPassword() -> Optional.empty();
            case ClientEvent.JoinFailed e -> Optional.of(new ChatEnd.NotJoined(e.code(), e.message(), e.retryAfter()));
            case ClientEvent.Left e -> {
                view.show(e);
                yield leftFor(e.reason());
            }
            case ClientEvent.Ended e -> Optional.of(new ChatEnd.Ended(e.reason(), e.message()));
            case ClientEvent.Online _, ClientEvent.Offline _, ClientEvent.Joined _, ClientEvent.Received _,
                    ClientEvent.CaughtUp _, ClientEvent.Sent _, ClientEvent.Refused _, ClientEvent.Whispered _,
                    ClientEvent.Failed _, ClientEvent.WayChanged _, ClientEvent.Renamed _, ClientEvent.Writable _ -> {
                view.show(event);
                yield Optional.empty();
            }
            case ClientEvent.Typing _, ClientEvent.Presence _ -> Optional.empty(); // nothing that a line is about
        };
    }

    private Optional<ChatEnd> leftFor(Optional<ErrorCode> reason) {
        if (leaving || reason.isEmpty()) {
            return Optional.of(new ChatEnd.Left());
        }
        return state.isIdle() ? Optional.empty() : Optional.of(new ChatEnd.Removed(reason.get()));
    }

    private static boolean mayAsk(ClientEvent.JoinFailed e) {
        return e.code() == ErrorCode.PROOF_REQUIRED || e.code() == ErrorCode.WRONG_PASSWORD;
    }

    private boolean askPassword() {
        Optional<char[]> password = asker.ask(room, asked);
        asked++;
        password.ifPresent(p -> {
            client.join(room, Optional.of(p), OptionalLong.empty());
            Arrays.fill(p, ' ');
        });
        return password.isPresent();
    }

    /// Sends words to the room. Waits while too many are under way; after idle leaving, the client comes back for it.
    ///
    /// @return false if the chat is over and nothing was sent
    public boolean say(MessageText text) throws InterruptedException {
        while (!state.isOver() && !leaving) {
            if (client.unsent() < OUTBOX) {
                state.said();
                client.send(room, text);
                return true;
            }
            state.await(TICK.toMillis());
        }
        return false;
    }

    /// Sends words to one person.
    public void whisper(UserName to, MessageText text) {
        client.active();
        client.whisper(room, to, text);
    }

    /// Asks the host who is there, and shows it.
    public void showPeople() {
        client.people(room).whenComplete((people, failure) -> {
            if (failure == null) {
                view.people(people);
            } else {
                view.hint(failure instanceof ClientException ? "chat.people-unknown" : "chat.people-failed");
            }
            view.flush();
        });
    }

    /// The person is there. After idle leaving this comes back into the room.
    public void active() {
        client.active();
    }

    /// Waits until everything sent is stored and shown, then leaves.
    public void finish() throws InterruptedException {
        boolean told = false;
        while (!state.isOver() && !state.isComplete()) {
            if (!told && !state.isOnline() && client.unsent() > 0) {
                view.hint("chat.waiting", client.unsent());
                view.flush();
                told = true;
            }
            state.await(TICK.toMillis());
        }
        leave();
    }

    /// Says goodbye; [#run] returns within a second.
    public void leave() {
        leaveBy = System.nanoTime() + GOODBYE.toNanos();
        leaving = true;
        if (!state.isOver() && state.isJoined()) {
            client.leave(room);
        } else {
            leaveBy = System.nanoTime();
        }
    }

    /// True if something that was asked for is not done: not in the room yet, or messages not stored.
    public boolean isUnfinished() {
        return client.unsent() > 0 || !(state.isJoined() || state.isIdle());
    }

    /// Names of people in the room, for completion.
    public List<UserName> people() {
        return state.people();
    }

    public boolean isOver() {
        return state.isOver();
    }
}
