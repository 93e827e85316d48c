/// The language of Parley: messages, value types, limits, error codes and their JSON form.
///
/// Plain immutable data: everything here may be used from any thread. A value that exists is valid, because every
/// constructor checks its limits ([Limits]). Entry types: [Request], [Reply], [Codec]. The format is described for
/// writers of other clients in `docs/protocol.md`.
///
/// ```java
/// byte[] frame = Codec.encode(new Request.Guest(new UserName("Ana"), null, null), null);
/// Request request = Codec.decodeRequest(frame).message();
/// ```
@NullMarked
package dev.parley.protocol;

import org.jspecify.annotations.NullMarked;
