package dev.parley.client;

import java.time.Duration;
import java.util.List;

/// The ways to the host, as the rooms see them. On the event loop.
interface Wire {

    /// Over TLS, in one write.
    void send(List<byte[]> messages);

    /// True if datagrams reach the host.
    boolean datagrams();

    /// In one datagram.
    void sendDatagram(List<byte[]> messages);

    /// How long the answer to a datagram may take before it is sent again over TLS.
    Duration patience();

    /// A datagram brought no answer in that time.
    void doubt();

    /// After what happens at this moment.
    void soon(Runnable task);

    void schedule(Runnable task, Duration delay);
}
