package dev.parley.client;

import dev.parley.client.ClientEvent.EndReason;
import dev.parley.crypto.Fingerprint;
import dev.parley.crypto.HostKeyTrust;
import dev.parley.transport.ClientTls;
import dev.parley.transport.DatagramPort;
import dev.parley.transport.EventLoop;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Gets a connection and gets another when it is lost: tries the addresses one after the other, waits longer after each
/// round. The first round must succeed, unless a host was there but closed its door or found no time to answer, as it does
/// while too many wait there; once online, it goes on for ever, and only with the host that was met first. On the event loop.
final class Dialer {

    /// What the dialer asks and tells.
    interface Owner {
        /// Whether a host with this key may be the one.
        boolean acceptable(Fingerprint key);

        void offline(String why, Duration retryIn);

        /// The first round failed.
        void unreachable(EndReason reason, String why);
    }

    /// Attempts at a full door, over about 6 seconds.
    private static final int KNOCKS = 6;
    /// What an attempt counts where nobody comes to answer, which takes 10 seconds: three are made.
    private static final int SILENT = 2;

    private final EventLoop loop;
    private final ClientConfig config;
    private final Offstage offstage;
    private final Owner owner;
    private final Backoff backoff;
    private final ClientTls tls = ClientTls.of(new HostKeyTrust(this::offered));
    private final Deque<InetSocketAddress> untried = new ArrayDeque<>();
    private Optional<DatagramPort> port = Optional.empty();
    private Connection.@Nullable Owner receiver;
    private @Nullable Connection attempt;
    private Optional<Fingerprint> met = Optional.empty();
    private String lastWhy = "no address is known";
    private boolean strangers;
    private int knock;
    private int knocks;
    private boolean stopped;

    Dialer(EventLoop loop, ClientConfig config, Offstage offstage, RandomGenerator random, Owner owner) {
        this.loop = loop;
        this.config = config;
        this.offstage = offstage;
        this.owner = owner;
        this.backoff = new Backoff(random);
    }

    void start(Optional<DatagramPort> datagrams, Connection.Owner connections) {
        port = datagrams;
        receiver = connections;
        round();
    }

    boolean everOnline() {
        return met.isPresent();
    }

    private void round() {
        if (!stopped) {
            strangers = false;
            knock = 0;
            offstage.run(() -> config.addresses().get(), this::dial, failure -> {
                lastWhy = String.valueOf(failure.getMessage());
                dial(List.of());
            });
        }
    }

    private void dial(List<InetSocketAddress> addresses) {
        untried.clear();
        untried.addAll(addresses);
        next();
    }

    private void next() {
        InetSocketAddress address = untried.poll();
        if (stopped || receiver == null) {
            return;
        }
        if (address != null) {
            // a name that did not resolve fails at once and the next address is tried
            attempt = new Connection(loop, address, port, this::acceptable, receiver);
            attempt.open(tls);
        } else if (everOnline()) {
            Duration wait = backoff.next();
            owner.offline(lastWhy, wait);
            loop.schedule(this::round, wait);
        } else if (knock > 0 && (knocks += knock) < KNOCKS) {
            loop.schedule(this::round, backoff.next());
        } else {
            owner.unreachable(strangers ? EndReason.HOST_CHANGED : EndReason.CANNOT_CONNECT, lastWhy);
        }
    }

    private boolean offered(Fingerprint key) {
        return attempt != null && attempt.accepts(key);
    }

    private boolean acceptable(Fingerprint key) {
        return owner.acceptable(key) && met.map(key::equals).orElse(true);
    }

    /// Logged in.
    void succeeded(Connection connection) {
        met = Optional.of(connection.key());
        backoff.reset();
        untried.clear();
    }

    /// @param wasOnline true if it had been in use; false if this attempt did not get that far
    void lost(Connection connection, boolean wasOnline, @Nullable Throwable cause) {
        String where = connection.address().getHostString() + ":" + connection.address().getPort();
        if (connection.keyRefused()) {
            strangers = true;
            lastWhy = "another host answers at " + where + ": its key is not the expected one";
        } else {
            lastWhy = Reasons.of(cause, where);
            knock = Math.max(knock, Reasons.turnedAway(cause) ? 1 : Reasons.silent(cause) ? SILENT : 0);
        }
        if (wasOnline) {
            Duration wait = backoff.next();
            owner.offline(lastWhy, wait);
            loop.schedule(this::round, wait);
        } else {
            next();
        }
    }

    void stop() {
        stopped = true;
        untried.clear();
    }
}
