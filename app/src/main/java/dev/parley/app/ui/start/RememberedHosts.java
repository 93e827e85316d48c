package dev.parley.app.ui.start;

import dev.parley.app.memory.RememberedRoom;
import dev.parley.app.memory.RoomMemory;
import dev.parley.app.session.Endpoint;
import dev.parley.app.session.SessionException;
import dev.parley.client.KnownHosts;
import java.net.InetSocketAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Where hosts were before: discovery asks there directly.
record RememberedHosts(KnownHosts known, RoomMemory memory) {

    /// May ask the name service.
    List<InetSocketAddress> addresses(int most) {
        Set<InetSocketAddress> all = new LinkedHashSet<>();
        for (RememberedRoom room : memory.all()) {
            if (all.size() < most / 2 && !room.address().isEmpty()) {
                add(room.address(), all);
            }
        }
        all.addAll(known.addresses());
        return all.stream().limit(most).toList();
    }

    private static void add(String address, Set<InetSocketAddress> all) {
        try {
            all.addAll(Endpoint.parse(address).resolve());
        } catch (SessionException e) {
            // it was an address once; discovery finds the host without it
        }
    }
}
