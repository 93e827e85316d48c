package dev.parley.server;

import dev.parley.log.Draft;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.protocol.UserName;
import dev.parley.room.Member;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A plain client in its one room: from now on it gets what is said, and says things itself.
final class PlainRoom implements SessionState {

    private final Hall hall;
    private final Session session;
    private final Visitor visitor;
    private final ServedRoom room;
    private final PlainSeat seat;
    private final Member<Batch> member;
    private final TokenBucket rate;
    private final IdleWatch idle;

    PlainRoom(Hall hall, Session session, Visitor visitor, ServedRoom room) {
        this.hall = hall;
        this.session = session;
        this.visitor = visitor;
        this.room = room;
        this.seat = new PlainSeat(hall, session, room);
        this.member = new Member<>(visitor.name(), visitor.role(), seat);
        this.rate = hall.postRate();
        this.idle = new IdleWatch(hall, session, room, this::idled);
    }

    Member<Batch> member() {
        return member;
    }

    void start() {
        seat.start();
        seat.names(NameLists.of(room));
        if (!visitor.owner()) {
            idle.start();
        }
    }

    @Override
    public SessionState on(Request request, @Nullable String id) {
        switch (request) {
            case Request.ListNames _ -> session.reply(NameLists.of(room), id);
            case Request.PlainMessage message when message.to().equals(UserName.EVERYONE) -> say(message.text(), id);
            case Request.PlainMessage message -> hall.whisper(room, member, recipient(message.to()), message.text());
            case Request.Exit _ -> {
                session.reply(new Reply.Exited(), id);
                return leave(Optional.empty());
            }
            case Request.Ping ping -> session.reply(new Reply.Pong(ping.n(), 0), id);
            case Request.Active _ -> {}
            case Request.Logout _ -> session.goodbye(id);
            default -> throw new ProtocolException(ErrorCode.NOT_NOW, "Not in a room: exit first.");
        }
        return this;
    }

    private static UserName recipient(String name) {
        try {
            return new UserName(name);
        } catch (ProtocolException e) {
            throw new ProtocolException(ErrorCode.NO_SUCH_PERSON, "Nobody of that name is in this room.");
        }
    }

    /// Plain clients have no window: one that is too fast is not read until it may go on.
    private void say(MessageText text, @Nullable String id) {
        rate.take();
        Duration wait = rate.untilNext();
        if (wait.isPositive()) {
            session.pause(wait);
        }
        Draft draft = new Draft(room.id(), MessageId.next(), EntryKind.TEXT, visitor.name(), text.value());
        hall.store().add(draft, room, outcome -> {
            if (outcome instanceof Store.Result.Refused refusal) {
                session.reply(new Reply.Failure("msg", refusal.code(), refusal.message(), room.name(), null), id);
            }
        });
    }

    private SessionState leave(Optional<ErrorCode> reason) {
        idle.stop();
        seat.stop();
        visitor.regular(room, reason.equals(Optional.of(ErrorCode.IDLE)));
        room.left(member, reason);
        return new PlainLobby(hall, session, visitor);
    }

    private void idled() {
        putOut(room, ErrorCode.IDLE, "Nothing was heard for a while; back in the lobby.");
    }

    @Override
    public void putOut(ServedRoom from, ErrorCode reason) {
        putOut(from, reason, reason == ErrorCode.ROOM_CLOSED
                ? "The host has closed the room; back in the lobby."
                : "The host has removed you from the room; back in the lobby.");
    }

    private void putOut(ServedRoom from, ErrorCode reason, String message) {
        if (from == room) {
            session.push(new Reply.Failure("exit", reason, message, room.name(), null));
            session.become(leave(Optional.of(reason)));
        }
    }

    @Override
    public void idleChanged(ServedRoom changed) {
        if (changed == room && !visitor.owner()) {
            idle.restart();
        }
    }

    @Override
    public void writable() {
        seat.writable();
    }

    @Override
    public void gone(boolean polite) {
        idle.stop();
        seat.stop();
        room.left(member, Optional.empty());
        hall.forget(visitor, session);
    }
}
