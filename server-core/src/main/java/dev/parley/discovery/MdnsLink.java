package dev.parley.discovery;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.jmdns.JmDNS;
import javax.jmdns.impl.JmDNSImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// JmDNS on one network card, on a virtual thread of its own because JmDNS takes seconds to start and to stop. A card
/// that fails is tried again now and then and complained about once. If somebody floods the network with records, so
/// that the cache of JmDNS grows without end, the link rests for a minute and starts with an empty one.
final class MdnsLink {

    private static final Logger LOG = LoggerFactory.getLogger(MdnsLink.class);

    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final Duration REST = Duration.ofMinutes(1);
    private static final Duration CHECK = Duration.ofSeconds(2);
    private static final int MAX_CACHED_RECORDS = 5_000;

    /// What is done with the link while it is up. Called on the link's thread; must not block.
    interface Use {
        void opened(JmDNS dns);

        void closing(JmDNS dns);
    }

    private final LocalAddress address;
    private final String hostName;
    private final Use use;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean broken;
    private volatile boolean reopen;

    MdnsLink(LocalAddress address, String hostName, Use use) {
        this.address = address;
        this.hostName = hostName;
        this.use = use;
        this.thread = Thread.ofVirtual().name("parley-mdns-" + address.interfaceName()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Asks the link to close what it has and to open it again: the old goodbye must not follow the new hello.
    void reopen() {
        reopen = true;
        wake.release();
    }

    /// Asks the link to stop, and returns at once.
    void close() {
        closing = true;
        wake.release();
    }

    /// Waits until it has stopped.
    void awaitClosed(Duration atMost) throws InterruptedException {
        thread.join(atMost);
    }

    boolean isClosed() {
        return !thread.isAlive();
    }

    private void run() {
        boolean complained = false;
        while (!closing) {
            Duration pause = RETRY;
            try {
                pause = serve();
            } catch (IOException | RuntimeException e) {
                if (!complained) {
                    complained = true;
                    LOG.warn("no DNS-SD on {} ({})", address.interfaceName(), e.toString());
                }
            }
            awaitWake(pause);
        }
    }

    /// @return how long to pause before the next try
    private Duration serve() throws IOException {
        broken = false;
        reopen = false;
        JmDNS dns = JmDNS.create(named(address.address()), hostName);
        try {
            dns.setDelegate((failed, services) -> {
                broken = true;
                wake.release();
            });
            use.opened(dns);
            while (!closing && !broken && !reopen) {
                if (cachedRecords(dns) > MAX_CACHED_RECORDS) {
                    LOG.warn("too many DNS-SD records on {}: not listening there for a minute", address.interfaceName());
                    return REST;
                }
                awaitWake(CHECK);
            }
            return reopen ? Duration.ZERO : RETRY;
        } finally {
            use.closing(dns);
            dns.close();
        }
    }

    /// JmDNS asks an address for its name, which takes many seconds on a network without DNS: so give it one.
    private InetAddress named(InetAddress plain) throws IOException {
        return plain instanceof Inet6Address v6
                ? Inet6Address.getByAddress(hostName, v6.getAddress(), v6.getScopeId())
                : InetAddress.getByAddress(hostName, plain.getAddress());
    }

    private static int cachedRecords(JmDNS dns) {
        return dns instanceof JmDNSImpl impl
                ? impl.getCache().values().stream().mapToInt(List::size).sum()
                : 0;
    }

    private void awaitWake(Duration atMost) {
        if (closing) {
            return;
        }
        try {
            if (wake.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            closing = true; // nobody interrupts this thread but a virtual machine that stops
        }
    }
}
