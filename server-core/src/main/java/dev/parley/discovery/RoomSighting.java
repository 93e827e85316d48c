package dev.parley.discovery;

/// A change in the list of rooms near us.
public sealed interface RoomSighting {

    /// The room as it is now; for [Lost], as it was last.
    SightedRoom room();

    /// A room that was not in the list before.
    record Found(SightedRoom room) implements RoomSighting {}

    /// Something about a listed room changed: its members, its lock, its host's name or address.
    record Updated(SightedRoom room) implements RoomSighting {}

    /// A listed room was closed, or its host is silent.
    record Lost(SightedRoom room) implements RoomSighting {}
}
