package dev.parley.client;

import dev.parley.protocol.Codec;
import dev.parley.protocol.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Ways to a host that takes down what went by which, and does what is planned when it is told to.
final class RecordedWire implements Wire {

    private final boolean datagrams;
    private final List<Request> overTls = new ArrayList<>();
    private final List<Request> byDatagram = new ArrayList<>();
    private final List<Planned> planned = new ArrayList<>();
    private int doubts;

    private record Planned(Runnable task, Duration pause) {}

    RecordedWire(boolean datagrams) {
        this.datagrams = datagrams;
    }

    List<Request> overTls() {
        return overTls;
    }

    List<Request> byDatagram() {
        return byDatagram;
    }

    /// How often the way of the datagrams was doubted.
    int doubts() {
        return doubts;
    }

    @Override
    public void send(List<byte[]> messages) {
        messages.forEach(m -> overTls.add(Codec.decodeRequest(m).message()));
    }

    @Override
    public boolean datagrams() {
        return datagrams;
    }

    @Override
    public void sendDatagram(List<byte[]> messages) {
        if (!datagrams) {
            throw new AssertionError("datagrams do not get through: everything goes over TLS");
        }
        messages.forEach(m -> byDatagram.add(Codec.decodeRequest(m).message()));
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void doubt() {
        if (!datagrams) {
            throw new AssertionError("no datagram was sent that could be doubted");
        }
        doubts++;
    }

    @Override
    public void soon(Runnable task) {
        planned.add(new Planned(task, Duration.ZERO));
    }

    @Override
    public void schedule(Runnable task, Duration delay) {
        planned.add(new Planned(task, delay));
    }

    void runPlanned() {
        List<Planned> now = List.copyOf(planned);
        planned.clear();
        now.forEach(p -> p.task.run());
    }

    /// Runs what is planned for so soon.
    void runPlanned(Duration within) {
        List<Planned> now = planned.stream().filter(p -> p.pause.compareTo(within) <= 0).toList();
        planned.removeAll(now);
        now.forEach(p -> p.task.run());
    }
}
