/// A member's side of Parley: connect, join, one ordered stream of entries, an outbox, reconnect.
///
/// Entry type [RoomClient]; `FileKnownHosts` keeps pinned keys. All network state lives on one event loop; the public
/// methods may be called from any thread.
///
/// ```java
/// try (RoomClient client = RoomClient.open(config)) {
///     client.join(new RoomName("Crew"), Optional.of(password), OptionalLong.empty());
///     while (client.next() instanceof ClientEvent event && !(event instanceof ClientEvent.Ended)) {
///         show(event);
///     }
/// }
/// ```
@NullMarked
package dev.parley.client;

import org.jspecify.annotations.NullMarked;
