package dev.parley.bench;

import dev.parley.crypto.HostKeyTrust;
import dev.parley.protocol.Reply;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import dev.parley.transport.ClientTls;
import dev.parley.transport.ControlClient;
import dev.parley.transport.EventLoop;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The members of a load test and what they share. On the event loop.
final class Crowd implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EventLoop loop;
    private final LoadPlan plan;
    private final SecureRandom random;
    private final LongSupplier nanos;
    private final ClientTls tls = ClientTls.of(new HostKeyTrust(key -> true)); // nothing secret is said here
    private final Tally.Sums sums = new Tally.Sums();
    private final Proofs proofs;
    private final String prefix;
    private final List<LoadMember> members = new ArrayList<>();
    private final ArrayDeque<LoadMember> outside = new ArrayDeque<>();
    private final RoomsToMake roomsToMake = new RoomsToMake();
    private int onTheirWay;
    private int awaited;
    private long refusals;
    private @Nullable CompletableFuture<Void> arrival;
    private @Nullable CompletableFuture<Void> trouble;

    Crowd(EventLoop loop, LoadPlan plan, SecureRandom random, LongSupplier nanos) {
        this.loop = loop;
        this.plan = plan;
        this.random = random;
        this.nanos = nanos;
        this.proofs = new Proofs(plan.password(), random);
        this.prefix = Integer.toHexString(0x1000 + random.nextInt(0xF000));
    }

    EventLoop loop() {
        return loop;
    }

    LoadPlan plan() {
        return plan;
    }

    SecureRandom random() {
        return random;
    }

    long now() {
        return nanos.getAsLong();
    }

    Tally.Sums sums() {
        return sums;
    }

    Proofs proofs() {
        return proofs;
    }

    List<LoadMember> members() {
        return members;
    }

    /// Messages that the server did not take.
    long refusals() {
        return refusals;
    }

    /// Makes members that are not there yet.
    ///
    /// @return the new ones: spread over all rooms in turn, so that a part of them is a crowd too
    List<LoadMember> invite(int people) {
        List<LoadMember> invited = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            int number = members.size();
            int seat = number / plan.rooms();
            RoomName room = new RoomName(LoadPlan.room(number % plan.rooms()));
            LoadMember member = new LoadMember(this, room, new UserName(prefix + "-" + number), seat < plan.senders() ? seat : -1);
            members.add(member);
            invited.add(member);
        }
        return invited;
    }

    /// Brings members in, a few at a time.
    ///
    /// @return done when all are in; fails when one does not get in
    CompletableFuture<Void> bringIn(List<LoadMember> who) {
        CompletableFuture<Void> all = new CompletableFuture<>();
        arrival = all;
        awaited = who.size();
        outside.addAll(who);
        next();
        return all;
    }

    private void next() {
        while (onTheirWay < plan.joinsAtOnce() && !outside.isEmpty()) {
            onTheirWay++;
            LoadMember member = outside.remove();
            member.ready();
            ControlClient.connect(loop, plan.host(), tls.as(member.name().value()), PATIENCE, PATIENCE, member);
        }
    }

    RoomsToMake roomsToMake() {
        return roomsToMake;
    }

    void joined(LoadMember member) {
        onTheirWay--;
        awaited--;
        next();
        if (awaited == 0 && arrival != null) {
            arrival.complete(null);
        }
    }

    void refused(LoadMember member, Reply.Failure failure) {
        if (failure.type().equals("post")) {
            refusals++;
        } else {
            failed(member, new LoadException(failure.message() + " (" + failure.code().wireName() + ")"));
        }
    }

    void failed(LoadMember member, Throwable cause) {
        LoadException why = cause instanceof LoadException known ? known : new LoadException(String.valueOf(cause.getMessage()));
        if (arrival != null) {
            arrival.completeExceptionally(why);
        }
        if (trouble != null) {
            trouble.completeExceptionally(why);
        }
    }

    /// Fails when somebody falls out.
    CompletableFuture<Void> trouble() {
        CompletableFuture<Void> told = new CompletableFuture<>();
        trouble = told;
        return told;
    }

    /// Messages that members should have and have not.
    long missing() {
        long missing = 0;
        for (int room = 0; room < plan.rooms(); room++) {
            int[] said = new int[plan.senders()];
            for (int i = 0; i < said.length && i * plan.rooms() + room < members.size(); i++) {
                said[i] = members.get(i * plan.rooms() + room).posts().said();
            }
            for (int i = room; i < members.size(); i += plan.rooms()) {
                missing += members.get(i).tally().missing(said);
            }
        }
        return missing;
    }

    void part(List<LoadMember> who, boolean politely) {
        who.forEach(m -> m.leave(politely));
    }

    @Override
    public void close() {
        part(members, true);
        proofs.close();
    }
}
