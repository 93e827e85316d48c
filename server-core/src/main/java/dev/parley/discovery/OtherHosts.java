package dev.parley.discovery;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The part of the network check that listens for others, by each stage on its own.
final class OtherHosts {

    private OtherHosts() {}

    static List<Finding> look(Optional<String> ownId, Duration listen) throws InterruptedException {
        Set<String> byBroadcast = ConcurrentHashMap.newKeySet();
        Set<String> byDnsSd = ConcurrentHashMap.newKeySet();
        BrowserConfig all = BrowserConfig.standard(List.of());
        try (Browser broadcast = Browser.start(all.withStages(false, true), s -> byBroadcast.add(s.room().hostId()));
                Browser dnsSd = Browser.start(all.withStages(true, false), s -> byDnsSd.add(s.room().hostId()))) {
            broadcast.refreshNow();
            dnsSd.refreshNow();
            Thread.sleep(listen);
        }
        ownId.ifPresent(byBroadcast::remove);
        ownId.ifPresent(byDnsSd::remove);
        Set<String> hosts = new HashSet<>(byBroadcast);
        hosts.addAll(byDnsSd);
        return List.of(new Finding(hosts.isEmpty() ? Finding.Level.WARN : Finding.Level.OK, "hosts-seen", Map.of(
                "hosts", Integer.toString(hosts.size()),
                "broadcast", Integer.toString(byBroadcast.size()),
                "dnssd", Integer.toString(byDnsSd.size()))));
    }
}
