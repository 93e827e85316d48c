package dev.parley.room;

import dev.parley.protocol.Limits;
import dev.parley.protocol.Notice;
import dev.parley.protocol.UserName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects who came and went since the last look, so that a thousand people who enter at once make a few notices and
/// not a thousand. Someone who came and went in between is not mentioned.
public final class Crowd {

    private final Set<UserName> joined = new LinkedHashSet<>();
    private final Set<UserName> left = new LinkedHashSet<>();
    private final Set<UserName> idle = new LinkedHashSet<>();

    public void joined(UserName name) {
        boolean cameBack = left.remove(name);
        cameBack |= idle.remove(name);
        if (!cameBack) {
            joined.add(name);
        }
    }

    public void left(UserName name) {
        if (!joined.remove(name)) {
            left.add(name);
        }
    }

    public void idle(UserName name) {
        if (!joined.remove(name)) {
            idle.add(name);
        }
    }

    public boolean isEmpty() {
        return joined.isEmpty() && left.isEmpty() && idle.isEmpty();
    }

    /// The notices for all that happened since the last call.
    public List<Notice> drain() {
        List<Notice> notices = new ArrayList<>();
        drain(Notice.Event.LEFT, left, notices);
        drain(Notice.Event.IDLE, idle, notices);
        drain(Notice.Event.JOINED, joined, notices);
        return notices;
    }

    private static void drain(Notice.Event event, Set<UserName> names, List<Notice> into) {
        List<UserName> all = List.copyOf(names);
        for (int from = 0; from < all.size(); from += Limits.NOTICE_NAMES) {
            into.add(new Notice(event, all.subList(from, Math.min(all.size(), from + Limits.NOTICE_NAMES))));
        }
        names.clear();
    }
}
