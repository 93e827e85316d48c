package dev.parley.app.cli;

import dev.parley.app.session.Endpoint;
import dev.parley.app.session.Invite;
import dev.parley.app.session.Joining;
import dev.parley.app.session.Located;
import dev.parley.app.session.Problem;
import dev.parley.app.session.RoomFinder;
import dev.parley.app.session.SessionException;
import dev.parley.app.session.WishedName;
import dev.parley.client.KnownHosts;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Options that say which room, where, as whom, and with which password.
final class WhereOptions {

    /// A host that has just started on an odd port is announced by DNS-SD after 4 to 5 seconds.
    private static final Duration SEARCH = Duration.ofSeconds(7);

    @Parameters(index = "0", paramLabel = "ROOM", descriptionKey = "option.where")
    private String room = "";

    @Option(names = "--at", paramLabel = "HOST[:PORT]|INVITE", descriptionKey = "option.at")
    private @Nullable String at;

    @Option(names = "--name", paramLabel = "ME", descriptionKey = "option.name")
    private @Nullable String name;

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "option.password-file")
    private @Nullable Path passwordFile;

    @Option(names = "--transport", paramLabel = "auto|tcp", descriptionKey = "option.transport")
    private Transport transport = Transport.auto;

    @Option(names = "--trust", paramLabel = "FINGERPRINT", descriptionKey = "option.trust")
    private @Nullable String trust;

    /// How messages may travel; the names are what people type.
    enum Transport {
        auto,
        tcp
    }

    boolean datagrams() {
        return transport == Transport.auto;
    }

    Optional<Path> passwordFile() {
        return Optional.ofNullable(passwordFile);
    }

    WishedName name(String account) {
        return WishedName.of(Optional.ofNullable(name).map(UserName::new), account);
    }

    /// Looks for the room. With `--trust` the old key of its host is forgotten.
    Located locate(RoomFinder finder, KnownHosts known) throws InterruptedException {
        Optional<Fingerprint> trusted = Optional.ofNullable(trust).map(text -> Fingerprint.parse(text)
                .orElseThrow(() -> new SessionException(Problem.USAGE, "bad-fingerprint")));
        if (trusted.isEmpty()) {
            return find(finder);
        }
        // what is pinned must not stand in the way of the search
        RoomFinder unprejudiced = finder.trusting(trusted.get());
        Located found = find(unprejudiced);
        if (found.expected().isPresent() && !found.expected().equals(trusted)) {
            throw new SessionException(Problem.REFUSED, "not-the-trusted", found.room(), found.expected().get());
        }
        Located vouched = new Located(found.room(), found.host(), found.addresses(), trusted, true);
        Joining.trust(known, vouched, trusted.get());
        return vouched;
    }

    private Located find(RoomFinder finder) throws InterruptedException {
        if (Invite.looksLikeOne(room)) {
            return follow(finder, Invite.parse(room));
        }
        RoomName wanted = new RoomName(room);
        if (at == null) {
            return finder.byName(wanted, SEARCH);
        }
        if (!Invite.looksLikeOne(at)) {
            return finder.at(Endpoint.parse(at), wanted, Optional.empty());
        }
        Invite invite = Invite.parse(at);
        if (!invite.room().equals(wanted)) {
            throw new SessionException(Problem.USAGE, "invite-other-room", invite.room(), wanted);
        }
        return follow(finder, invite);
    }

    private static Located follow(RoomFinder finder, Invite invite) {
        return finder.at(invite.host(), invite.room(), invite.fingerprint());
    }
}
