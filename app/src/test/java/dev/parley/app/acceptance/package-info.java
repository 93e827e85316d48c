/// The finished program, tested from outside: real processes of the built jar, their JSON lines, their exit codes and
/// their files. Runs after `package`. Nothing here looks into the program; [Parley] starts it, [Running] listens to it.
///
/// Threads: every process has two threads that collect what it writes; tests wait for events, never for a time.
///
/// ```java
/// try (Running host = Parley.on(folder).password("secret").start("host", "Lobby", "--port", "0")) {
///     int port = host.event("ready").get("port").getAsInt();
/// }
/// ```
@NullMarked
package dev.parley.app.acceptance;

import org.jspecify.annotations.NullMarked;
