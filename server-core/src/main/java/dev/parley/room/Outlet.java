package dev.parley.room;

/// Where a room sends what concerns one member. Must not block.
///
/// @param <B> stored entries in the form that members share
public interface Outlet<B> {

    void deliver(B batch);
}
