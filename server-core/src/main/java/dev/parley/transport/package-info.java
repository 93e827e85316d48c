/// The network, on Netty: the TLS control channel with its frames, and the UDP socket. Nothing above this package sees
/// a pipeline; nothing in it knows what a message means.
///
/// Threads: one event loop per server or client ([EventLoop]); listeners are called on it and must not block. Sending
/// is allowed from that loop only. Entry types: [ControlServer], [ControlClient], [DatagramPort].
///
/// ```java
/// EventLoop loop = EventLoop.start("parley-client");
/// ControlClient.connect(loop, address, trust, Duration.ofSeconds(3), Duration.ofSeconds(10), listener);
/// ```
@NullMarked
package dev.parley.transport;

import org.jspecify.annotations.NullMarked;
