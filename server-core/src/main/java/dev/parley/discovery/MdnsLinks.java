package dev.parley.discovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// One [MdnsLink] for each network card, following the cards as they come and go. Safe for any thread; nothing blocks
/// but [#close].
final class MdnsLinks {

    private static final int MAX_LINKS = 16;

    private final String hostName;
    private final Function<LocalAddress, MdnsLink.Use> use;
    private final Map<LocalAddress, MdnsLink> links = new LinkedHashMap<>();
    private final List<MdnsLink> stopping = new ArrayList<>();
    private boolean closed;
    private int opened;

    /// @param hostName start of the DNS host name; each link adds a number, since two cards may share a network
    MdnsLinks(String hostName, Function<LocalAddress, MdnsLink.Use> use) {
        this.hostName = hostName;
        this.use = use;
    }

    /// @param again whether to open everything again
    synchronized void bind(List<LocalAddress> addresses, boolean again) {
        if (closed) {
            return;
        }
        List<LocalAddress> wanted = NetworkInterfaces.onePerCard(addresses).stream().limit(MAX_LINKS).toList();
        links.entrySet().removeIf(link -> {
            boolean gone = !wanted.contains(link.getKey());
            if (gone) {
                stop(link.getValue());
            } else if (again) {
                link.getValue().reopen();
            }
            return gone;
        });
        for (LocalAddress address : wanted) {
            links.computeIfAbsent(address, this::open);
        }
    }

    private MdnsLink open(LocalAddress address) {
        MdnsLink link = new MdnsLink(address, hostName + "-" + ++opened, use.apply(address));
        link.start();
        return link;
    }

    private void stop(MdnsLink link) {
        link.close();
        stopping.removeIf(MdnsLink::isClosed);
        stopping.add(link);
    }

    /// Stops all links side by side; what takes longer than `atMost` goes on in the background.
    void close(Duration atMost) {
        List<MdnsLink> all;
        synchronized (this) {
            closed = true;
            links.values().forEach(this::stop);
            links.clear();
            all = List.copyOf(stopping);
        }
        long end = System.nanoTime() + atMost.toNanos();
        try {
            for (MdnsLink link : all) {
                link.awaitClosed(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
