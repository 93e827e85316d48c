package dev.parley.client;

import dev.parley.client.ClientEvent.EndReason;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import dev.parley.transport.EventLoop;
import java.time.Duration;
import java.util.Optional;

/// How a client gets into a room: proves the password, judges whether the host is the right one, tries again where the
/// reason for a refusal may pass. Never gives a host that has proven nothing more than one guess at the password.
/// On the event loop.
final class Entrance {

    private static final Duration ASK_AGAIN = Duration.ofMillis(500);

    /// What the entrance asks and tells.
    interface Owner {
        /// True if this is the connection in use.
        boolean current(Connection on);

        /// The person does not get into this room.
        void forget(Membership membership);

        void end(EndReason reason, String why);
    }

    private final EventLoop loop;
    private final ClientConfig config;
    private final Offstage offstage;
    private final Owner owner;

    Entrance(EventLoop loop, ClientConfig config, Offstage offstage, Owner owner) {
        this.loop = loop;
        this.config = config;
        this.offstage = offstage;
        this.owner = owner;
    }

    /// On a new connection.
    void again(Connection on, Membership membership) {
        if (membership.dormant() && !membership.hasToSay()) {
            return; // nobody is there: the next activity asks
        }
        if (membership.guessedAt()) {
            giveUp(membership, ErrorCode.WRONG_PASSWORD, "The connection broke while the password was being proven; join again.");
        } else {
            membership.ask(on);
        }
    }

    void challenged(Connection on, Membership membership, Reply.Challenge challenge) {
        if (standing(on, membership) == KnownHosts.Standing.CHANGED) {
            owner.end(EndReason.HOST_CHANGED, changed(on));
        } else if (membership.prover().isEmpty()) {
            giveUp(membership, ErrorCode.PROOF_REQUIRED, "This room has a password.");
        } else if (!membership.challenged()) {
            distrust(on, membership);
        } else {
            Prover prover = membership.prover().get();
            byte[] binding = on.channelBinding();
            offstage.run(() -> prover.answer(challenge, binding), rounds -> {
                if (owner.current(on)) {
                    on.send(new Request.ProveRounds(challenge.room(), rounds.round1(), rounds.round2()));
                }
            }, _ -> distrust(on, membership));
        }
    }

    void confirm(Connection on, Membership membership, Reply.HostRounds rounds) {
        if (membership.prover().isEmpty()) {
            return;
        }
        Prover prover = membership.prover().get();
        offstage.run(() -> prover.confirm(rounds.round2()), mac -> {
            if (owner.current(on)) {
                membership.confirmed();
                on.send(new Request.ProveKey(rounds.room(), mac));
            }
        }, _ -> distrust(on, membership));
    }

    private void distrust(Connection on, Membership membership) {
        if (owner.current(on)) {
            giveUp(membership, ErrorCode.WRONG_PASSWORD, "The password is wrong, or this is not the host of the room.");
        }
    }

    void joined(Connection on, Membership membership, Reply.Joined joined) {
        KnownHosts.Standing standing = standing(on, membership);
        if (standing == KnownHosts.Standing.CHANGED) {
            owner.end(EndReason.HOST_CHANGED, changed(on));
            return;
        }
        Optional<String> doubt = membership.doubt(joined, standing);
        if (doubt.isPresent()) {
            on.send(new Request.Leave(joined.room()));
            giveUp(membership, ErrorCode.WRONG_PASSWORD, doubt.get());
            return;
        }
        offstage.run(() -> {
            config.knownHosts().pin(on.address(), joined.room(), on.key());
            return true;
        }, _ -> {}, _ -> {}); // not being able to remember the host must not keep anyone out
        membership.joined(joined, on, on.way());
    }

    /// The host that we know gave the room another name. Where that name is known from another host, it is not pinned:
    /// nobody becomes the host of a room by calling his own like it.
    void renamed(Connection on, RoomName now) {
        offstage.run(() -> {
            KnownHosts.Standing standing = config.knownHosts().standing(on.address(), now, on.key());
            if (standing == KnownHosts.Standing.NEW || standing == KnownHosts.Standing.KNOWN) {
                config.knownHosts().pin(on.address(), now, on.key());
            }
            return true;
        }, _ -> {}, _ -> {});
    }

    void failed(Connection on, Membership membership, Reply.Failure failure) {
        if (membership.inside()) {
            return;
        }
        if (!membership.failed(failure)) {
            owner.forget(membership);
            return;
        }
        long wait = Math.max(ASK_AGAIN.toMillis(), Optional.ofNullable(failure.retryAfterMillis()).orElse(0L));
        loop.schedule(() -> {
            if (owner.current(on) && !membership.inside()) {
                membership.ask(on);
            }
        }, Duration.ofMillis(wait));
    }

    private KnownHosts.Standing standing(Connection on, Membership membership) {
        return config.knownHosts().standing(on.address(), membership.room(), on.key());
    }

    private static String changed(Connection on) {
        return "The host at " + on.address().getHostString() + ":" + on.address().getPort()
                + " has another key than the one this room had before. Somebody may be pretending to be the host.";
    }

    private void giveUp(Membership membership, ErrorCode code, String why) {
        membership.refuse(code, why);
        owner.forget(membership);
    }
}
