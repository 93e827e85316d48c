package dev.parley.client;

import dev.parley.transport.EventLoop;
import java.time.Duration;
import java.util.List;

/// The ways to the host while there is none: nothing is sent, everything waits.
record NoWire(EventLoop loop) implements Wire {

    @Override
    public void send(List<byte[]> messages) {
        // whoever wants to send starts again on the next connection
    }

    @Override
    public boolean datagrams() {
        return false;
    }

    @Override
    public void sendDatagram(List<byte[]> messages) {
        // as above
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void doubt() {
        // there is no way to doubt
    }

    @Override
    public void soon(Runnable task) {
        loop.execute(task);
    }

    @Override
    public void schedule(Runnable task, Duration delay) {
        loop.schedule(task, delay);
    }
}
