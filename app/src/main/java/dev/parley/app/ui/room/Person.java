package dev.parley.app.ui.room;

import dev.parley.client.ClientEvent.Presence.State;
import dev.parley.protocol.Reply;
import dev.parley.protocol.UserName;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Somebody in a room, as the panel of people shows it.
///
/// @param me whether that is us
public record Person(UserName name, Role role, State state, boolean typing, boolean me) {

    /// What somebody may do.
    public enum Role { HOST, MODERATOR, MEMBER }

    static Person of(Reply.Person person, boolean me) {
        return new Person(person.name(), roleOf(person.role()), stateOf(person.presence()), false, me);
    }

    static Person newcomer(UserName name, boolean me) {
        return new Person(name, Role.MEMBER, State.HERE, false, me);
    }

    /// A role that a newer program invented is a member's.
    private static Role roleOf(String wire) {
        return switch (wire) {
            case "host" -> Role.HOST;
            case "moderator" -> Role.MODERATOR;
            default -> Role.MEMBER;
        };
    }

    private static State stateOf(@Nullable String wire) {
        return switch (wire) {
            case "idle" -> State.IDLE;
            case "away" -> State.AWAY;
            case null, default -> State.HERE;
        };
    }

    Person with(State now) {
        return new Person(name, role, now, typing && now == State.HERE, me);
    }

    Person typing(boolean now) {
        return new Person(name, role, state, now, me);
    }

    /// The host first, then who is here, idle, away; by name within that.
    static Comparator<Person> order(Locale locale) {
        Collator names = Collator.getInstance(locale);
        Comparator<String> alphabet = (a, b) -> names.compare(a, b);
        return Comparator.comparing(Person::role).thenComparing(Person::state)
                .thenComparing((Person p) -> p.name().value(), alphabet).thenComparing((Person p) -> p.name().value());
    }
}
