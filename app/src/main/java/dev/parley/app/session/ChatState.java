package dev.parley.app.session;

import dev.parley.client.ClientEvent;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a [Chat] knows about its place in the room. Its monitor guards everything; waiters are woken after each change.
final class ChatState {

    private RoomName room;
    private final Set<UserName> people = new LinkedHashSet<>();
    private boolean online;
    private boolean joined;
    private boolean caughtUp;
    private boolean idle;
    private boolean over;
    private long received;
    private long stored;
    private long said;
    private long settled;
    private long changes;

    ChatState(RoomName room) {
        this.room = room;
    }

    synchronized void apply(ClientEvent event) {
        switch (event) {
            case ClientEvent.Online _ -> online = true;
            case ClientEvent.Offline _ -> online = false;
            case ClientEvent.Joined e when e.room().equals(room) -> {
                joined = true;
                idle = false;
                received = Math.max(received, e.after());
                people.clear();
                e.people().stream().map(Reply.Person::name).forEach(people::add);
            }
            case ClientEvent.Received e when e.room().equals(room) -> {
                received = e.entry().seq();
                Notices.apply(e.entry(), people);
            }
            case ClientEvent.CaughtUp e when e.room().equals(room) -> caughtUp = true;
            case ClientEvent.Sent e when e.room().equals(room) -> {
                stored = Math.max(stored, e.seq());
                settled++;
            }
            case ClientEvent.Refused e when e.room().equals(room) -> settled++;
            case ClientEvent.Left e when e.room().equals(room) -> {
                joined = false;
                idle = e.reason().equals(Optional.of(ErrorCode.IDLE));
            }
            case ClientEvent.Renamed e when e.room().equals(room) -> room = e.now();
            case ClientEvent.Ended _ -> over = true;
            case ClientEvent.Joined _, ClientEvent.Received _, ClientEvent.CaughtUp _, ClientEvent.Sent _,
                    ClientEvent.Left _, ClientEvent.Renamed _ -> {} // of another room
            case ClientEvent.Refused _, ClientEvent.Whispered _, ClientEvent.Failed _, ClientEvent.WayChanged _,
                    ClientEvent.JoinFailed _, ClientEvent.Typing _, ClientEvent.Presence _, ClientEvent.Writable _ -> {}
        }
    }

    /// The name that the room has now.
    synchronized RoomName room() {
        return room;
    }

    /// Wakes whoever waits for a change; once per batch of events.
    synchronized void changed() {
        changes++;
        notifyAll();
    }

    synchronized void end() {
        over = true;
        notifyAll();
    }

    synchronized boolean isOver() {
        return over;
    }

    synchronized boolean isOnline() {
        return online;
    }

    synchronized boolean isIdle() {
        return idle;
    }

    synchronized boolean isJoined() {
        return joined;
    }

    /// One more message is on its way.
    synchronized void said() {
        said++;
    }

    /// True when everything that was said is stored and shown, or refused, and the history is shown as well.
    synchronized boolean isComplete() {
        return settled >= said && (idle || (caughtUp && received >= stored));
    }

    /// Waits until something has changed, but not longer than that.
    synchronized void await(long millis) throws InterruptedException {
        long seen = changes;
        long end = System.nanoTime() + millis * 1_000_000;
        long left = millis;
        while (!over && changes == seen && left > 0) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }

    synchronized List<UserName> people() {
        return new ArrayList<>(people);
    }
}
