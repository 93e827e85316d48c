package dev.parley.discovery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Announces the rooms of this host by DNS-SD on every network card: one `_parley._tcp` service for each room. Follows
/// the cards as they come and go, and says goodbye when closed. The beacon needs no announcing: see [HostAnswer].
///
/// All methods may be called from any thread. The supplier is called on virtual threads.
public final class Announcer implements AutoCloseable {

    /// Services announced at most; the beacon names the other rooms.
    static final int MAX_SERVICES = 50;

    private static final Duration BETWEEN_UPDATES = Duration.ofSeconds(5);
    private static final Duration CLOSE_WITHIN = Duration.ofMillis(1200);

    private final Set<AnnouncedServices> services = ConcurrentHashMap.newKeySet();
    private final Semaphore updates = new Semaphore(0);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final MdnsLinks links;
    private final NetworkWatch watch;
    private final Thread updater;

    private Announcer(
            Supplier<Announcement> announcement,
            Supplier<List<LocalAddress>> interfaces,
            Predicate<LocalAddress> where) {
        String hostName = "parley-" + Integer.toHexString(announcement.get().hostId().hashCode());
        this.links = new MdnsLinks(hostName, address -> new AnnouncedServices(announcement, services));
        this.watch = new NetworkWatch("parley-announcer-watch", interfaces, System::nanoTime, InstantSource.system(),
                NetworkWatch.INTERVAL,                (addresses, woke) -> links.bind(addresses.stream().filter(where).toList(), woke));
        this.updater = Thread.ofVirtual().name("parley-announcer").unstarted(this::update);
    }

    /// Starts to announce on every network card, and returns at once.
    public static Announcer start(Supplier<Announcement> announcement) {
        return start(announcement, NetworkInterfaces::usable, address -> true);
    }

    /// Starts to announce on some network cards, and returns at once.
    ///
    /// @param interfaces the addresses of this machine; asked every two seconds
    /// @param where on which of them to announce, for example only on the one that the server is bound to
    public static Announcer start(
            Supplier<Announcement> announcement,
            Supplier<List<LocalAddress>> interfaces,
            Predicate<LocalAddress> where) {
        Announcer announcer = new Announcer(announcement, interfaces, where);
        announcer.watch.start();
        announcer.updater.start();
        return announcer;
    }

    /// Tells the network what changed about the rooms: at once, or up to five seconds later if it was told just now.
    public void refresh() {
        updates.release();
    }

    private void update() {
        try {
            while (!closed.get()) {
                updates.acquire();
                updates.drainPermits();
                if (!closed.get()) {
                    services.forEach(AnnouncedServices::update);
                    Thread.sleep(BETWEEN_UPDATES);
                }
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    /// Says goodbye on every card, and returns after at most about 1.2 seconds.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            watch.close();
            updater.interrupt();
            links.close(CLOSE_WITHIN);
        }
    }
}
