/// The program: wires the parts together by hand, and knows where its files lie.
///
/// Entry type [Main]. Everything here is created once by the main thread; [Texts], [DataFolder] and [HostNote] are
/// immutable. What a command does without a screen is in `session`; how it talks to a terminal is in `cli`.
///
/// ```java
/// DataFolder folder = DataFolder.standard(System.getenv(), System.getProperty("os.name"), Path.of(home));
/// Optional<HostNote> running = HostNote.read(folder.hostNote());
/// ```
@NullMarked
package dev.parley.app;

import org.jspecify.annotations.NullMarked;
