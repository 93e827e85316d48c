/// The room server: who may come in, what each connection may do in its state, the fan-out of stored entries.
///
/// Threads: everything in this package except [RoomServer]'s own methods lives on one event loop and never blocks it:
/// the log is written by `log.LogWriter`'s thread and read on virtual threads, password proofs run on a small pool, and
/// their results come back to the loop. Entry type: [RoomServer].
///
/// ```java
/// try (RoomServer server = RoomServer.start(ServerConfig.standard(new UserName("Ana")), identity, log, listener)) {
///     server.openRoom(new RoomName("Crew"), Optional.of(password), RoomOptions.standard());
///     server.accept();
///     ...
/// }
/// ```
@NullMarked
package dev.parley.server;

import org.jspecify.annotations.NullMarked;
