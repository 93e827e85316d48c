package dev.parley.app.ui.room;

import dev.parley.client.ClientEvent.Presence.State;
import dev.parley.protocol.Reply;
import dev.parley.protocol.UserName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Who is in the room. FX thread.
public final class People {

    /// A sign that somebody types holds for so many seconds.
    private static final int TYPING_SECONDS = 6;

    private final UserName me;
    private final Comparator<Person> order;
    private final Map<UserName, Person> byName = new HashMap<>();
    private final ObservableList<Person> sorted = FXCollections.observableArrayList();
    private final ObservableList<Person> sortedView = FXCollections.unmodifiableObservableList(sorted);
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ObservableList<UserName> typing = FXCollections.observableArrayList();
    private final ObservableList<UserName> typingView = FXCollections.unmodifiableObservableList(typing);
    private final Map<UserName, Integer> typingFor = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();

    People(UserName me, Locale locale) {
        this.me = me;
        this.order = Person.order(locale);
    }

    /// Everyone who is known, in the order in which they are shown.
    public ObservableList<Person> sorted() {
        return sortedView;
    }

    /// The others by name, to be completed while writing.
    public ObservableList<String> names() {
        return names;
    }

    /// The others who type just now, who began first comes first.
    public ObservableList<UserName> typing() {
        return typingView;
    }

    /// How many there are, even where not all are known by name yet.
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    Optional<Person> find(UserName name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<Person> host() {
        return sorted.stream().filter(p -> p.role() == Person.Role.HOST).findFirst();
    }

    /// Everything that was known is replaced.
    ///
    /// @param all how many there are; more than were told in a large room
    void set(List<Reply.Person> told, int all) {
        byName.clear();
        told.forEach(p -> byName.put(p.name(), Person.of(p, p.name().equals(me)).typing(typingFor.containsKey(p.name()))));
        List<Person> now = new ArrayList<>(byName.values());
        now.sort(order);
        sorted.setAll(now);
        names.setAll(now.stream().filter(p -> !p.me()).map(p -> p.name().value()).toList());
        typingFor.keySet().retainAll(byName.keySet());
        tellTyping();
        count.set(Math.max(all, byName.size()));
    }

    void came(Collection<UserName> who) {
        for (UserName name : who) {
            if (!byName.containsKey(name)) {
                put(Person.newcomer(name, name.equals(me)));
                count.set(count.get() + 1);
            }
        }
    }

    void went(Collection<UserName> who) {
        for (UserName name : who) {
            Person gone = byName.remove(name);
            count.set(Math.max(byName.size(), count.get() - 1));
            if (gone != null) {
                sorted.remove(gone);
                names.remove(name.value());
                stopped(name);
            }
        }
    }

    void seen(UserName who, State state) {
        find(who).ifPresent(p -> put(p.with(state)));
        if (state != State.HERE) {
            stopped(who);
        }
    }

    void types(UserName who) {
        if (who.equals(me)) {
            return;
        }
        boolean fresh = typingFor.put(who, TYPING_SECONDS) == null;
        if (fresh) {
            find(who).ifPresent(p -> put(p.typing(true)));
            tellTyping();
        }
    }

    /// Somebody has sent what was typed, or gave up.
    void stopped(UserName who) {
        if (typingFor.remove(who) != null) {
            find(who).ifPresent(p -> put(p.typing(false)));
            tellTyping();
        }
    }

    /// A second has passed.
    void tick() {
        if (typingFor.isEmpty()) {
            return;
        }
        typingFor.replaceAll((_, left) -> left - 1);
        List<UserName> done = new ArrayList<>();
        for (Iterator<Map.Entry<UserName, Integer>> all = typingFor.entrySet().iterator(); all.hasNext();) {
            Map.Entry<UserName, Integer> one = all.next();
            if (one.getValue() <= 0) {
                done.add(one.getKey());
            }
        }
        done.forEach(this::stopped);
    }

    private void tellTyping() {
        typing.setAll(typingFor.keySet());
    }

    private void put(Person now) {
        Person before = byName.put(now.name(), now);
        if (now.equals(before)) {
            return;
        }
        if (before != null && order.compare(before, now) == 0) {
            sorted.set(sorted.indexOf(before), now);
            return;
        }
        if (before == null && !now.me()) {
            names.add(now.name().value());
        } else if (before != null) {
            sorted.remove(before);
        }
        int place = Collections.binarySearch(sorted, now, order);
        sorted.add(place < 0 ? -place - 1 : place, now);
    }
}
