/// A load test: any number of members in one process, who measure what a server costs and whether it keeps its word.
///
/// Members are much leaner than the real client: they share one thread, and take from an entry only what they count. But
/// they speak through the same codecs, TLS and sealed datagrams, probe the datagram way, repair holes, and send again.
///
/// Entry type: [dev.parley.bench.LoadTest]. It blocks its caller; everything else happens on one event loop.
///
/// ```java
/// LoadPlan plan = LoadPlan.fanOut(new InetSocketAddress("127.0.0.1", 7420)).withCrowd(1, 100, 4).withRate(100);
/// LoadReport report = LoadTest.run(plan, Optional.of(ServerProcess.of(pid)), new SecureRandom());
/// ```
@NullMarked
package dev.parley.bench;

import org.jspecify.annotations.NullMarked;
