package dev.parley.bench;

import dev.parley.transport.EventLoop;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Runs one load test from the first member coming in to the last one leaving.
public final class LoadTest {

    private static final Duration JOIN_PATIENCE = Duration.ofMinutes(3);
    /// Until a server at rest has given back what it does not need.
    private static final Duration SETTLING = Duration.ofSeconds(15);
    private static final Duration DRAIN = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    /// This part of the warm-up is like what is measured.
    private static final int CALM_SHARE = 4;

    /// A rate that a server on one core should carry with single messages.
    private static final int BRISK_DELIVERIES = 80_000;

    private static final int WARM_MEMBERS = 100;
    private static final int WARM_STORM = 300;

    private final EventLoop loop;
    private final Crowd crowd;
    private final LoadPlan plan;
    private final Optional<ServerProcess> server;
    private final ServerProcess own = ServerProcess.own();

    private LoadTest(EventLoop loop, Crowd crowd, LoadPlan plan, Optional<ServerProcess> server) {
        this.loop = loop;
        this.crowd = crowd;
        this.plan = plan;
        this.server = server;
    }

    /// Blocks until it is done.
    ///
    /// @param server the process to account for, if it is on this machine
    /// @throws LoadException if members do not get in, or fall out
    public static LoadReport run(LoadPlan plan, Optional<ServerProcess> server, SecureRandom random) throws InterruptedException {
        try (EventLoop loop = EventLoop.start("parley-bench")) {
            loop.keepAwake();
            Crowd crowd = new Crowd(loop, plan, random, System::nanoTime);
            LoadTest test = new LoadTest(loop, crowd, plan, server);
            try {
                return switch (plan.workload()) {
                    case FAN_OUT -> test.fanOut();
                    case IDLE -> test.idle();
                    case STORM -> test.storm();
                };
            } finally {
                test.onLoop(() -> {
                    crowd.close();
                    return true;
                });
            }
        }
    }

    private LoadReport fanOut() throws InterruptedException {
        double joinSeconds = bringIn(onLoop(() -> crowd.invite(plan.people())));
        CompletableFuture<Void> trouble = onLoop(crowd::trouble);
        until(this::settled, Duration.ofSeconds(3), trouble);
        warmUp(trouble);
        Pace pace = onLoop(() -> Pace.start(crowd, plan.rate()));
        pause(plan.warmup().dividedBy(CALM_SHARE), trouble);
        Snapshot before = onLoop(this::snapshot);
        onLoop(() -> {
            crowd.sums().measureFrom(crowd.now());
            return true;
        });
        pause(plan.time(), trouble);
        Snapshot after = onLoop(this::snapshot);
        onLoop(() -> {
            pace.stop();
            return true;
        });
        until(() -> crowd.missing() == 0, DRAIN, trouble);
        return report(before, after, OptionalDouble.empty(), OptionalDouble.of(joinSeconds), OptionalDouble.empty());
    }

    /// First as much as the server takes, then single messages as fast as it takes those: Java compiles what runs often,
    /// and a calm room would have it do so while it is measured.
    private void warmUp(CompletableFuture<Void> trouble) throws InterruptedException {
        if (!plan.warmup().isZero()) {
            Duration half = plan.warmup().dividedBy(2);
            warmUp(0, plan.rate() == 0 ? half : half.dividedBy(2), trouble);
            if (plan.rate() > 0) {
                warmUp(Math.max(plan.rate(), BRISK_DELIVERIES / plan.people()), half, trouble);
            }
        }
    }

    private void warmUp(int rate, Duration time, CompletableFuture<Void> trouble) throws InterruptedException {
        Pace pace = onLoop(() -> Pace.start(crowd, rate));
        pause(time, trouble);
        onLoop(() -> {
            pace.stop();
            return true;
        });
        until(() -> crowd.missing() == 0, DRAIN, trouble);
    }

    private LoadReport idle() throws InterruptedException {
        bringIn(onLoop(() -> crowd.invite(WARM_MEMBERS)));
        CompletableFuture<Void> trouble = onLoop(crowd::trouble);
        pause(SETTLING, trouble);
        OptionalLong empty = resident();
        double joinSeconds = bringIn(onLoop(() -> crowd.invite(plan.people())));
        pause(SETTLING, trouble);
        OptionalLong full = resident();
        OptionalDouble each = empty.isPresent() && full.isPresent()
                ? OptionalDouble.of((double) (full.getAsLong() - empty.getAsLong()) / plan.people())
                : OptionalDouble.empty();
        Snapshot now = onLoop(this::snapshot);
        return report(now, now, each, OptionalDouble.of(joinSeconds), OptionalDouble.empty());
    }

    /// A storm of others comes first: a server that has just been started compiles its code while it is measured.
    private LoadReport storm() throws InterruptedException {
        if (!plan.warmup().isZero()) {
            List<LoadMember> others = onLoop(() -> crowd.invite(WARM_STORM));
            bringIn(others);
            CompletableFuture<Void> trouble = onLoop(crowd::trouble);
            onLoop(() -> {
                crowd.part(others, true);
                return true;
            });
            pause(plan.warmup(), trouble);
        }
        List<LoadMember> all = onLoop(() -> crowd.invite(plan.people()));
        double joinSeconds = bringIn(all);
        pause(Duration.ofSeconds(2), onLoop(crowd::trouble));
        onLoop(() -> {
            crowd.part(all, false);
            return true;
        });
        pause(Duration.ofMillis(500), onLoop(crowd::trouble));
        double returnSeconds = bringIn(all);
        Snapshot now = onLoop(this::snapshot);
        return report(now, now, OptionalDouble.empty(), OptionalDouble.of(joinSeconds), OptionalDouble.of(returnSeconds));
    }

    private boolean settled() {
        return crowd.members().stream().allMatch(LoadMember::settled);
    }

    private double bringIn(List<LoadMember> who) throws InterruptedException {
        long start = System.nanoTime();
        await(onLoop(() -> crowd.bringIn(who)), JOIN_PATIENCE);
        return (System.nanoTime() - start) / 1e9;
    }

    /// What was used and delivered until a moment.
    private record Snapshot(long nanos, long deliveries, Optional<Duration> serverCpu, Optional<Duration> ownCpu) {}

    private Snapshot snapshot() {
        return new Snapshot(crowd.now(), crowd.sums().deliveries(), server.flatMap(ServerProcess::cpu), own.cpu());
    }

    private OptionalLong resident() {
        return server.map(ServerProcess::residentKb).orElse(OptionalLong.empty());
    }

    private LoadReport report(Snapshot before, Snapshot after, OptionalDouble idleMember, OptionalDouble join, OptionalDouble back)
            throws InterruptedException {
        long deliveries = after.deliveries - before.deliveries;
        return onLoop(() -> new LoadReport(plan, (after.nanos - before.nanos) / 1e9, deliveries, crowd.missing(),
                crowd.sums().duplicated(), crowd.sums().misordered(), crowd.sums().latency(),
                perDelivery(before.serverCpu, after.serverCpu, deliveries), perDelivery(before.ownCpu, after.ownCpu, deliveries),
                resident(), idleMember, join, back,
                plan.datagrams() ? crowd.members().stream().filter(LoadMember::settled).count() : 0));
    }

    private static OptionalDouble perDelivery(Optional<Duration> before, Optional<Duration> after, long deliveries) {
        if (before.isEmpty() || after.isEmpty() || deliveries == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(after.get().minus(before.get()).toNanos() / 1e3 / deliveries);
    }

    private <T> T onLoop(Supplier<T> question) throws InterruptedException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return await(answer, JOIN_PATIENCE);
    }

    private void pause(Duration time, CompletableFuture<Void> trouble) throws InterruptedException {
        CompletableFuture<Void> over = new CompletableFuture<>();
        loop.schedule(() -> over.complete(null), time);
        CompletableFuture<Object> first = CompletableFuture.anyOf(over, trouble);
        await(first, time.plus(JOIN_PATIENCE));
    }

    private void until(Supplier<Boolean> condition, Duration atMost, CompletableFuture<Void> trouble) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!onLoop(condition) && System.nanoTime() < end) {
            pause(LOOK_AGAIN, trouble);
        }
    }

    private static <T> T await(CompletableFuture<T> answer, Duration atMost) throws InterruptedException {
        try {
            return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new LoadException(String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            throw new LoadException("The server has not answered for " + atMost.toSeconds() + " seconds.");
        }
    }
}
