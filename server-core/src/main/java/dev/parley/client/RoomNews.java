package dev.parley.client;

import dev.parley.client.ClientEvent.Presence.State;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Gives what the host says about rooms to the room that it concerns. On the event loop.
final class RoomNews {

    private final UserName me;
    private final Memberships rooms;
    private final Entrance entrance;
    private final Consumer<ClientEvent> events;

    RoomNews(UserName me, Memberships rooms, Entrance entrance, Consumer<ClientEvent> events) {
        this.me = me;
        this.rooms = rooms;
        this.entrance = entrance;
        this.events = events;
    }

    void said(Connection from, Reply reply) {
        switch (reply) {
            case Reply.Challenge challenge -> outside(challenge.room(), m -> entrance.challenged(from, m, challenge));
            case Reply.HostRounds rounds -> outside(rounds.room(), m -> entrance.confirm(from, m, rounds));
            case Reply.Joined joined -> outside(joined.room(), m -> entrance.joined(from, m, joined));
            case Reply.EntryPush push -> inside(push.room(), m -> m.entry(push.entry()));
            case Reply.Entries page -> inside(page.room(), m -> m.page(page));
            case Reply.CaughtUp mark -> inside(mark.room(), m -> m.stream().caughtUp(mark.seq()));
            case Reply.Head head -> inside(head.room(), m -> m.stream().head(head.seq()));
            case Reply.Stored stored -> inside(stored.room(), m -> m.stored(stored.id(), stored.seq()));
            case Reply.WhisperPush w -> inside(w.room(), m -> events.accept(new ClientEvent.Whispered(m.room(), w.from(), w.to(), w.text())));
            case Reply.TypingPush sign -> inside(sign.room(), m -> typing(m, sign.who()));
            case Reply.PresencePush push -> inside(push.room(), m -> push.people().forEach(seen -> presence(m, seen)));
            case Reply.Renamed renamed -> inside(renamed.room(), m -> renamed(from, m, renamed.now()));
            case Reply.Writable writable -> inside(writable.room(), m -> m.storage(writable.now(), writable.why()));
            case Reply.Left left -> inside(left.room(), m -> left(from, m, Optional.ofNullable(left.reason())));
            case Reply.Hello _, Reply.Guest _, Reply.Failure _, Reply.RoomList _, Reply.NameList _, Reply.Created _, Reply.Entered _,
                    Reply.PlainMessage _, Reply.Exited _, Reply.LoggedOut _, Reply.People _, Reply.HistoryPage _, Reply.Pong _,
                    Reply.ProbeEcho _, Reply.LogRooms _, Reply.LogEntries _, Reply.LogEvents _ -> {} // not about rooms, or answers
        }
    }

    private void outside(RoomName room, Consumer<Membership> then) {
        rooms.find(room).filter(m -> !m.inside()).ifPresent(then);
    }

    private void inside(RoomName room, Consumer<Membership> then) {
        rooms.find(room).filter(Membership::inside).ifPresent(then);
    }

    private void typing(Membership membership, UserName who) {
        if (!who.equals(me)) {
            events.accept(new ClientEvent.Typing(membership.room(), who));
        }
    }

    private void presence(Membership membership, Reply.Seen seen) {
        Optional<State> state = switch (seen.presence()) {
            case "here" -> Optional.of(State.HERE);
            case "idle" -> Optional.of(State.IDLE);
            case "away" -> Optional.of(State.AWAY);
            default -> Optional.empty(); // a newer host knows more
        };
        state.ifPresent(s -> events.accept(new ClientEvent.Presence(membership.room(), seen.name(), s)));
    }

    private void renamed(Connection on, Membership membership, RoomName now) {
        RoomName old = membership.room();
        if (now.equals(old)) {
            return;
        }
        Optional<Membership> other = rooms.rename(membership, now);
        events.accept(new ClientEvent.Renamed(old, now));
        other.ifPresent(o -> {
            o.left(Optional.empty());
            o.close();
        });
        entrance.renamed(on, now);
    }

    /// A message that crossed the host's word that we are idle shows that we are not.
    private void left(Connection from, Membership membership, Optional<ErrorCode> reason) {
        if (!membership.left(reason)) {
            rooms.remove(membership);
            membership.close();
        } else if (membership.hasToSay()) {
            membership.ask(from);
        }
    }

    /// A request about a room was refused.
    void refused(Connection from, Reply.Failure failure, @Nullable String id) {
        Optional<Membership> named = Optional.ofNullable(failure.room()).flatMap(rooms::find);
        switch (failure.type()) {
            case "post" -> named.ifPresent(m -> postRefused(m, failure, id));
            case "join", "prove-rounds", "prove-key" -> concerned(named).ifPresent(m -> entrance.failed(from, m, failure));
            case "typing", "present" -> {} // an older host does without
            default -> events.accept(new ClientEvent.Failed(
                    Optional.ofNullable(failure.room()), failure.code(), failure.message()));
        }
    }

    private static void postRefused(Membership membership, Reply.Failure failure, @Nullable String id) {
        if (id == null) {
            return;
        }
        try {
            membership.outbox().refused(new MessageId(id), failure.code(), failure.message());
        } catch (ProtocolException e) {
            return; // not an id of ours
        }
    }

    /// A refusal without a room concerns the one that we are trying to enter.
    private Optional<Membership> concerned(Optional<Membership> named) {
        return named.or(() -> rooms.all().stream().filter(m -> !m.inside()).findFirst());
    }
}
