/// Finding rooms on the local network: announcing them as a host, and listing them as somebody who looks for one.
///
/// Three stages run side by side, because each of them is blocked somewhere: DNS-SD (`_parley._tcp.local.`,
/// RFC 6763), a broadcast question on the room server's own UDP port, and direct questions to hosts known from before.
/// Whatever is found this way is a hint: it is bounded, its names are valid, and the client still proves the host's
/// identity when it joins.
///
/// Threads: [Browser] calls its listener from one thread of its own, in order. [HostAnswer] may be used by any
/// thread. [Announcer] and [Browser] start and refresh without blocking; each has an idempotent `close`.
///
/// ```java
/// try (Browser browser = Browser.start(BrowserConfig.standard(List.of()), sighting -> show(sighting))) {
///     waitForThePerson();
/// }
/// ```
@NullMarked
package dev.parley.discovery;

import org.jspecify.annotations.NullMarked;
