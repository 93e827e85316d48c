package dev.parley.discovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Finds out why rooms may not be seen: looks at the network cards, sends to itself in every way that discovery uses,
/// and listens for others. Takes about four seconds and never much more than five.
public final class NetworkCheck {

    private static final Duration BUDGET = Duration.ofSeconds(5);
    private static final Duration ASK = Duration.ofMillis(600);
    private static final Duration LISTEN = Duration.ofMillis(3500);
    private static final int MAX_ADDRESSES = 16;

    private final List<LocalAddress> addresses;
    private final int port;

    private NetworkCheck(List<LocalAddress> addresses, int port) {
        this.addresses = addresses;
        this.port = port;
    }

    /// One part of the check, on a virtual thread of its own.
    private record Part(String name, Callable<List<Finding>> work) {}

    /// Checks everything for a host at `port`, whether it is running or not. Blocks; to cancel, interrupt the thread:
    /// then what is known so far is returned and the thread stays interrupted.
    public static List<Finding> run(int port) {
        return new NetworkCheck(NetworkInterfaces.all(), port).run(LISTEN, BUDGET);
    }

    static List<Finding> run(List<LocalAddress> addresses, int port, Duration listen, Duration budget) {
        return new NetworkCheck(addresses, port).run(listen, budget);
    }

    private List<Finding> run(Duration listen, Duration budget) {
        List<Part> parts = new ArrayList<>();
        NetworkInterfaces.onePerCard(addresses).stream().limit(MAX_ADDRESSES)
                .forEach(a -> parts.add(new Part("multicast", () -> List.of(MulticastProbe.run(a)))));
        parts.add(new Part("port", this::hostAndPort));
        parts.add(new Part("hosts", () -> OtherHosts.look(ownHost().map(Announcement::hostId), listen)));
        List<Finding> findings = new ArrayList<>(cards());
        findings.addAll(runAll(parts, budget));
        return List.copyOf(findings);
    }

    private static List<Finding> runAll(List<Part> parts, Duration budget) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        long end = System.nanoTime() + budget.toNanos();
        List<Finding> findings = new ArrayList<>();
        try {
            List<Future<List<Finding>>> running = parts.stream().map(p -> threads.submit(p.work())).toList();
            for (int i = 0; i < parts.size(); i++) {
                try {
                    findings.addAll(running.get(i).get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
                } catch (ExecutionException | TimeoutException | CancellationException e) {
                    findings.add(new Finding(Finding.Level.WARN, "unfinished", Map.of("check", parts.get(i).name())));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
        return findings;
    }

    private List<Finding> cards() {
        List<Finding> findings = new ArrayList<>();
        List<LocalAddress> usable = addresses.stream().filter(a -> a.kind() != LocalAddress.Kind.LOOPBACK).toList();
        if (usable.isEmpty()) {
            String code = addresses.isEmpty() ? "no-network" : "only-loopback";
            return List.of(new Finding(Finding.Level.FAIL, code, Map.of()));
        }
        for (LocalAddress a : usable) {
            findings.add(new Finding(Finding.Level.OK, "card", Map.of(
                    "interface", a.interfaceName(), "name", a.displayName(),
                    "address", a.address().getHostAddress(), "kind", a.kind().name())));
        }
        List<String> lan = names(usable, LocalAddress.Kind.LAN);
        if (lan.size() > 1) {
            findings.add(new Finding(Finding.Level.WARN, "several-cards", Map.of("interfaces", String.join(", ", lan))));
        }
        List<String> vpn = names(usable, LocalAddress.Kind.VPN);
        if (!vpn.isEmpty()) {
            findings.add(new Finding(Finding.Level.WARN, "vpn", Map.of("interfaces", String.join(", ", vpn))));
        }
        return findings;
    }

    private static List<String> names(List<LocalAddress> addresses, LocalAddress.Kind kind) {
        return addresses.stream().filter(a -> a.kind() == kind).map(LocalAddress::interfaceName).distinct().toList();
    }

    private Optional<Announcement> ownHost() {
        return OwnPort.host(addresses, port, ASK);
    }

    private List<Finding> hostAndPort() {
        Optional<Announcement> host = ownHost();
        if (host.isEmpty()) {
            return List.of(OwnPort.freeOrUsed(port));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(Finding.Level.OK, "host-here", Map.of("port", Integer.toString(port),
                "host", host.get().host().value(), "id", host.get().hostId())));
        List<LocalAddress> usable = addresses.stream()
                .filter(a -> a.kind() != LocalAddress.Kind.LOOPBACK).limit(MAX_ADDRESSES).toList();
        List<Part> parts = new ArrayList<>();
        for (LocalAddress a : usable) {
            parts.add(new Part("tcp", () -> List.of(OwnPort.tcp(a, port))));
            if (a.broadcast().isPresent()) {
                parts.add(new Part("broadcast", () -> List.of(OwnPort.broadcast(a, port, host.get().hostId()))));
            }
        }
        findings.addAll(runAll(parts, BUDGET));
        return findings;
    }
}
