package dev.parley.room;

import dev.parley.protocol.UserName;

/// A person in a room. The outlet changes when the person goes away for a moment and comes back on another connection.
///
/// @param <B> see [Outlet]
public final class Member<B> {

    private final UserName name;
    private final Role role;
    private Outlet<B> outlet;
    private boolean idle;
    private boolean away;

    public Member(UserName name, Role role, Outlet<B> outlet) {
        this.name = name;
        this.role = role;
        this.outlet = outlet;
    }

    public UserName name() {
        return name;
    }

    public Role role() {
        return role;
    }

    public Outlet<B> outlet() {
        return outlet;
    }

    /// From now on what the room says goes there.
    public void connect(Outlet<B> to) {
        outlet = to;
        away = false;
    }

    /// The member is away: the log keeps everything for the return.
    public void disconnect() {
        outlet = batch -> {};
        away = true;
    }

    /// Away from the keyboard, or back.
    public void idle(boolean now) {
        idle = now;
    }

    public Presence presence() {
        return away ? Presence.AWAY : idle ? Presence.IDLE : Presence.HERE;
    }
}
