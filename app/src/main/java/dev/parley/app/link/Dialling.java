package dev.parley.app.link;

import dev.parley.app.session.HostAddresses;
import dev.parley.app.session.Hosting;
import dev.parley.app.session.Located;
import dev.parley.client.ClientConfig;
import dev.parley.client.KnownHosts;
import dev.parley.client.KnownHosts.Standing;
import dev.parley.client.RoomClient;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// How the connection to one host is made, and what is known of that host.
sealed interface Dialling {

    /// @throws RuntimeException if this machine cannot connect at all
    RoomClient open(UserName name, Predicate<RoomName> mayPin);

    /// True if whoever wants to go there means this host.
    ///
    /// @param key of the host that we have met; empty while connecting
    boolean leadsTo(Located where, Optional<Fingerprint> key);

    /// True if the host is ours.
    boolean own();

    /// We are connected to the host with this key.
    void reached(Fingerprint key);

    /// Nobody wants this connection any more.
    void rest();

    /// True if the person should compare the words of the host before going into an open room of it.
    boolean isStranger(RoomName room, Fingerprint key);

    /// The person vouches for the host: it may offer a room of a name that was joined elsewhere before.
    void vouch(RoomName room, Fingerprint key);

    /// A host somewhere.
    @SuppressWarnings("ArrayRecordComponent") // handed on to the client's configuration, which copies it
    record Elsewhere(Located where, KnownHosts known, Function<ClientConfig, RoomClient> clients, byte[] device, boolean datagrams)
            implements Dialling {

        @Override
        public RoomClient open(UserName name, Predicate<RoomName> mayPin) {
            return clients.apply(new ClientConfig(where.addresses(), name, where.expected(), new CautiousHosts(known, mayPin),
                    device, Optional.empty(), datagrams));
        }

        @Override
        public boolean leadsTo(Located other, Optional<Fingerprint> key) {
            Optional<Fingerprint> mine = key.or(where::expected);
            if (other.expected().isPresent() && mine.isPresent()) {
                return mine.equals(other.expected());
            }
            List<InetSocketAddress> addresses = other.addresses().known();
            boolean same = where.addresses().known().stream().anyMatch(addresses::contains);
            // whoever expects a certain key must not end up on a connection that is still to show its own
            return same && other.expected().isEmpty();
        }

        @Override
        public boolean own() {
            return false;
        }

        @Override
        public void reached(Fingerprint key) {
            where.addresses().reached(key);
        }

        @Override
        public void rest() {
            HostAddresses addresses = where.addresses();
            addresses.rest();
        }

        @Override
        public boolean isStranger(RoomName room, Fingerprint key) {
            return !known.knows(key) || standings(room, key).contains(Standing.ELSEWHERE);
        }

        @Override
        public void vouch(RoomName room, Fingerprint key) {
            List<Standing> standings = standings(room, key);
            if (standings.contains(Standing.ELSEWHERE) && !standings.contains(Standing.CHANGED)) {
                known.pin(where.addresses().known().getFirst(), room, key);
            }
        }

        private List<Standing> standings(RoomName room, Fingerprint key) {
            return where.addresses().known().stream().map(a -> known.standing(a, room, key)).distinct().toList();
        }

        /// Says nothing of the secret.
        @Override
        public String toString() {
            return "Elsewhere[" + where.room() + "]";
        }
    }

    /// Our own host, in this process.
    record Here(Hosting hosting, Function<ClientConfig, RoomClient> clients) implements Dialling {

        @Override
        public RoomClient open(UserName name, Predicate<RoomName> mayPin) {
            return clients.apply(hosting.ownClient(name));
        }

        @Override
        public boolean leadsTo(Located other, Optional<Fingerprint> key) {
            return other.expected().equals(Optional.of(hosting.fingerprint()));
        }

        @Override
        public boolean own() {
            return true;
        }

        @Override
        public void reached(Fingerprint key) {}

        @Override
        public void rest() {}

        @Override
        public boolean isStranger(RoomName room, Fingerprint key) {
            return false;
        }

        @Override
        public void vouch(RoomName room, Fingerprint key) {}
    }
}
