/// Who the host is, who knows the password, and datagrams that only the two ends can read.
///
/// * [HostIdentity], [Fingerprint], [HostKeyTrust]: the key of a host, its name for people, and TLS that trusts
///   exactly that key.
/// * [PasswordParameters], [PasswordSecret], [PasswordProof]: both sides prove the password of a room; it never
///   travels, and a false host learns nothing but whether one guess was right.
/// * [TlsExporter], [DatagramKeys], [DatagramSealer], [DatagramOpener]: the sealed data channel, keyed from TLS.
/// * [Secrets]: random tokens and their comparison.
///
/// Threads: values ([Fingerprint], [HostIdentity], [HostKeyTrust], [PasswordParameters], [PasswordSecret],
/// [DatagramKeys]) may be used from any thread; a [PasswordProof], a [DatagramSealer] and a [DatagramOpener] belong
/// to one thread at a time. Nothing here does I/O except [HostIdentity#loadOrCreate]. [PasswordSecret#derive] is slow
/// on purpose (tens of milliseconds, 19 MiB) and a [PasswordProof] costs some milliseconds: neither belongs on an
/// event loop.
///
/// Needs only the JDK and Bouncy Castle, whose provider is never registered. The formats are described for writers of
/// other clients in `docs/protocol.md`.
///
/// ```java
/// TlsExporter tls = TlsExporter.of(engine.getSession());
/// try (DatagramKeys keys = DatagramKeys.export(Direction.CLIENT_TO_HOST, tls)) {
///     DatagramSealer sealer = new DatagramSealer(keys, receiverIndex, System::nanoTime);
///     sealer.seal(plaintext, datagram);
/// }
/// ```
@NullMarked
package dev.parley.crypto;

import org.jspecify.annotations.NullMarked;
