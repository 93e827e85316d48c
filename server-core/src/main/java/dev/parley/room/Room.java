package dev.parley.room;

import dev.parley.protocol.Reply;
import dev.parley.protocol.UserName;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One room: its people, in the order in which they came, and the number of its newest stored entry.
///
/// @param <B> see [Outlet]
public final class Room<B> {

    private final Map<NameKey, Member<B>> members = new LinkedHashMap<>();
    private final Set<NameKey> banned = new HashSet<>();
    private int capacity;
    private long head;

    /// @param head newest entry that the log holds, 0 for none
    public Room(int capacity, long head) {
        this.capacity = capacity;
        this.head = head;
    }

    /// Whether someone came in, or why not.
    public enum Entrance {
        IN,
        FULL,
        NAME_TAKEN,
        BANNED
    }

    /// Number of the newest entry that is stored.
    public long head() {
        return head;
    }

    public void capacity(int people) {
        capacity = people;
    }

    /// The host always finds a place.
    public Entrance enter(Member<B> member) {
        NameKey key = NameKey.of(member.name());
        if (banned.contains(key)) {
            return Entrance.BANNED;
        }
        if (members.containsKey(key)) {
            return Entrance.NAME_TAKEN;
        }
        if (members.size() >= capacity && member.role() != Role.HOST) {
            return Entrance.FULL;
        }
        members.put(key, member);
        return Entrance.IN;
    }

    /// @return false if the member was not in the room
    public boolean leave(Member<B> member) {
        return members.remove(NameKey.of(member.name()), member);
    }

    public void ban(UserName person) {
        banned.add(NameKey.of(person));
    }

    public boolean isBanned(UserName person) {
        return banned.contains(NameKey.of(person));
    }

    /// Lifts all bans.
    public void forgive() {
        banned.clear();
    }

    public Optional<Member<B>> find(UserName person) {
        return Optional.ofNullable(members.get(NameKey.of(person)));
    }

    public int size() {
        return members.size();
    }

    public Collection<Member<B>> members() {
        return members.values();
    }

    /// A page of the people, host and all, as clients see them.
    public List<Reply.Person> people(int offset, int limit) {
        return members.values().stream()
                .skip(offset)
                .limit(limit)
                .map(Room::person)
                .toList();
    }

    private static Reply.Person person(Member<?> member) {
        String presence = member.presence() == Presence.HERE ? null : member.presence().wireName();
        return new Reply.Person(member.name(), member.role().wireName(), presence);
    }

    /// Gives everyone what was stored.
    ///
    /// @param newest number of the newest entry in it
    public void broadcast(B batch, long newest) {
        head = Math.max(head, newest);
        for (Member<B> member : members.values()) {
            member.outlet().deliver(batch);
        }
    }
}
