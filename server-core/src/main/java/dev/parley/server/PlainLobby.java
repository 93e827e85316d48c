package dev.parley.server;

import dev.parley.crypto.PasswordParameters;
import dev.parley.crypto.PasswordSecret;
import dev.parley.log.StoredPassword;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.room.Member;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A plain client in the lobby: it sees the rooms, makes one, goes into one.
final class PlainLobby implements SessionState {

    private final Hall hall;
    private final Session session;
    private final Visitor visitor;
    private boolean checking;

    PlainLobby(Hall hall, Session session, Visitor visitor) {
        this.hall = hall;
        this.session = session;
        this.visitor = visitor;
        hall.lobby().add(session);
    }

    @Override
    public SessionState on(Request request, @Nullable String id) {
        switch (request) {
            case Request.ListNames _ -> session.reply(hall.roomList(false), id);
            case Request.Create create -> hall.create(session, create, id);
            case Request.Enter enter -> {
                return enter(enter, id);
            }
            case Request.Ping ping -> session.reply(new Reply.Pong(ping.n(), 0), id);
            case Request.Active _ -> {}
            case Request.Logout _ -> session.goodbye(id);
            default -> throw new ProtocolException(ErrorCode.NOT_NOW, "Not in the lobby: enter a room first.");
        }
        return this;
    }

    private SessionState enter(Request.Enter enter, @Nullable String id) {
        if (checking) {
            throw new ProtocolException(ErrorCode.NOT_NOW, "A password is being checked; one room at a time.");
        }
        ServedRoom room = hall.require(enter.room());
        room.gate().require(visitor);
        Optional<StoredPassword> password = room.record().password();
        if (password.isEmpty() || visitor.owner()) {
            return take(room, id);
        }
        if (!hall.config().plainPasswords()) {
            throw new ProtocolException(ErrorCode.PROOF_REQUIRED, "This room has a password, and its host asks for a program that can prove it.");
        }
        if (enter.password() == null) {
            throw new ProtocolException(ErrorCode.WRONG_PASSWORD, "This room has a password.");
        }
        Optional<Duration> wait = hall.guesses().start(session.peer(), visitor.device(), room.name());
        if (wait.isPresent()) {
            session.reply(hall.tooManyAttempts("enter", room.name(), wait.get()), id);
            return this;
        }
        checking = true;
        char[] given = enter.password().toCharArray();
        hall.background().hash(() -> matches(given, password.get()), right -> {
            checking = false;
            checked(right, room, id);
        }, _ -> {
            checking = false;
            checked(false, room, id);
        });
        return this;
    }

    private static boolean matches(char[] given, StoredPassword stored) {
        PasswordParameters how = new PasswordParameters(stored.salt(), stored.memoryKib(), stored.iterations(), stored.lanes());
        try (PasswordSecret secret = PasswordSecret.derive(given, how)) {
            return MessageDigest.isEqual(secret.copy(), stored.secret());
        }
    }

    private void checked(boolean right, ServedRoom room, @Nullable String id) {
        if (!session.open()) {
            return;
        }
        if (!right) {
            hall.joinFailed(session, visitor, room.name(), ErrorCode.WRONG_PASSWORD);
            session.reply(new Reply.Failure("enter", ErrorCode.WRONG_PASSWORD, "The password is wrong.", room.name(), null), id);
            return;
        }
        hall.guesses().right(session.peer(), visitor.device(), room.name());
        try {
            session.become(take(room, id));
        } catch (ProtocolException e) {
            session.reply(new Reply.Failure("enter", e.code(), e.text(), room.name(), null), id);
        }
    }

    private SessionState take(ServedRoom room, @Nullable String id) {
        PlainRoom inside = new PlainRoom(hall, session, visitor, room);
        Member<Batch> member = inside.member();
        hall.admit(room, member, visitor);
        hall.lobby().remove(session);
        session.reply(new Reply.Entered(visitor.name(), room.name()), id);
        inside.start();
        return inside;
    }

    @Override
    public void gone(boolean polite) {
        hall.lobby().remove(session);
        hall.forget(visitor, session);
    }
}
