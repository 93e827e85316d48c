package dev.parley.log;

import dev.parley.log.DraftQueue.Waiting;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The only one that appends to a log. Drafts that arrive while one batch is being stored form the next: a quiet room
/// pays one write per message, a busy one shares it. All results of a batch are handed over together. The thread that
/// delivers stores what is simple itself, see [ShortCut]; a thread of the writer does the rest.
///
/// When the disk is full or fails, everything is refused with the reason, and the log is tried again until it works.
/// What was acknowledged before stays acknowledged; nothing is acknowledged in between.
///
/// Any thread may call any method. Starts its threads at once and owns the log from then on.
public final class LogWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

    private final MessageLog log;
    private final Delivery delivery;
    private final Listener listener;
    private final LogSettings settings;
    private final Clock clock;
    private final Background background;
    private final DraftQueue queue = new DraftQueue();
    private final ReentrantLock storing = new ReentrantLock(); // from taking a batch until its results are handed over
    private final Optional<ShortCut> shortCut;
    private final AtomicReference<@Nullable Throwable> brokenBy = new AtomicReference<>();
    private final AuditQueue audits;
    private final Thread thread;
    private boolean failed; // writer's thread only
    private long probedAt; // writer's thread only, System.nanoTime

    /// @param deliver runs callbacks and listener, one task per batch, and stores what is simple; must keep the order of
    ///     its tasks and run one at a time
    /// @param clock dates the audit events of the writer itself
    public LogWriter(MessageLog log, Executor deliver, Listener listener, LogSettings settings, Clock clock) {
        this(log, deliver, listener, settings, clock, new BackgroundTimer());
    }

    LogWriter(
            MessageLog log, Executor deliver, Listener listener, LogSettings settings, Clock clock, Timer timer) {
        this.log = log;
        this.delivery = new Delivery(deliver);
        this.listener = listener;
        this.settings = settings;
        this.clock = clock;
        this.audits = new AuditQueue(clock);
        this.background = new Background(log, timer, settings, queue::wake);
        this.shortCut = settings.durability() == Durability.POWER
                ? Optional.empty()
                : Optional.of(new ShortCut(log, queue, delivery, storing, new OnTheLoop(), System::nanoTime));
        new Maintenance(log, settings, timer, clock, this::audit).start();
        this.thread = Thread.ofPlatform().name("parley-log-writer").daemon().start(this::run);
    }

    /// Queues a draft; its outcome comes later, in the order of submission for drafts that are stored. A draft that is
    /// refused at once may hear of it earlier than those before it.
    public void submit(Draft draft, Callback callback) {
        Waiting waiting = new Waiting(draft, callback);
        Optional<Refused> refused = queue.offer(waiting);
        if (refused.isPresent()) {
            delivery.hand(List.of(waiting), refused.get());
        } else if (shortCut.isEmpty() || !shortCut.get().take()) {
            queue.wake();
        }
    }

    /// Queues an audit event. Dropped and counted when thousands wait.
    public void audit(AuditEvent event) {
        audits.add(event);
        queue.wake();
    }

    /// Stores what was submitted before, hands the outcomes over, and closes the log. Waits for it; idempotent.
    @Override
    public void close() {
        queue.close();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!queue.isDrained()) {
                queue.await(failed ? untilProbe() : TimeUnit.HOURS.toNanos(1));
                step();
            }
        } catch (RuntimeException | Error e) {
            LOG.error("the log writer stopped", e);
            failed = true;
            alone(() -> refuseAll(List.of(), "The message log stopped working."));
        } finally {
            alone(this::finish); // the loop may still be handing over what it has stored
        }
    }

    private void step() {
        alone(this::storeNext);
        if (!failed) {
            storeAudits();
        } else if (untilProbe() <= 0) {
            probe();
        }
    }

    /// Drafts keep their order, because nobody else takes any meanwhile. On the writer's thread.
    private void alone(Runnable work) {
        storing.lock();
        try {
            work.run();
        } finally {
            storing.unlock();
        }
    }

    private void storeNext() {
        Throwable cause = brokenBy.get();
        if (cause != null) {
            throw new IllegalStateException("storing on the event loop failed", cause);
        }
        List<Waiting> batch = queue.take();
        background.takeFailure().ifPresent(e -> {
            if (!failed) {
                fail(batch, e);
            }
        });
        if (!failed && !batch.isEmpty()) {
            store(batch);
        }
    }

    private void store(List<Waiting> batch) {
        List<Appended> results;
        try {
            results = log.append(batch.stream().map(Waiting::draft).toList());
            if (settings.durability() == Durability.POWER) {
                log.sync();
                background.synced();
            } else {
                background.committed();
            }
        } catch (StorageException e) {
            fail(batch, e);
            return;
        } catch (RuntimeException e) {
            storeApart(batch, e);
            return;
        }
        delivery.hand(batch, results);
    }

    /// One draft that cannot be stored must not take others with it.
    private void storeApart(List<Waiting> batch, RuntimeException problem) {
        if (batch.size() == 1) {
            String text = problem instanceof LogException known ? known.text() : "This cannot be stored.";
            LOG.warn("a draft was refused: {}", problem.toString());
            delivery.hand(batch, new Refused(Refused.Reason.INVALID, text));
            return;
        }
        for (int i = 0; i < batch.size(); i++) {
            if (failed) {
                refuseAll(batch.subList(i, batch.size()), "The message log cannot be written.");
                return;
            }
            store(List.of(batch.get(i)));
        }
    }

    private void storeAudits() {
        while (!failed) {
            List<AuditEvent> events = audits.peek();
            if (events.isEmpty()) {
                return;
            }
            try {
                log.audit(events);
                audits.stored(events.size());
                background.committed();
            } catch (StorageException e) {
                alone(() -> fail(List.of(), e));
            } catch (RuntimeException e) {
                LOG.warn("{} audit events could not be stored", events.size(), e);
                audits.stored(events.size());
            }
        }
    }

    private void fail(List<Waiting> batch, StorageException cause) {
        failed = true;
        probedAt = System.nanoTime();
        LOG.error("nothing can be stored: {}", cause.text());
        audits.add(AuditEvent.ofHost(clock.instant(), AuditType.STORAGE_FAILED, cause.text()));
        refuseAll(batch, cause.text());
        delivery.hand(() -> listener.storageFailed(cause.text()));
    }

    private void refuseAll(List<Waiting> batch, String reason) {
        List<Waiting> refused = new ArrayList<>(batch);
        refused.addAll(queue.fail(reason));
        delivery.hand(refused, new Refused(Refused.Reason.READ_ONLY, reason));
    }

    /// Audit events wake the thread too, but must not make it probe more often.
    private long untilProbe() {
        return settings.probeEvery().toNanos() - (System.nanoTime() - probedAt);
    }

    private void probe() {
        try {
            log.probeWritable();
        } catch (LogException e) { // still not; nobody wants to hear it every second
            probedAt = System.nanoTime();
            return;
        }
        failed = false;
        audits.add(AuditEvent.ofHost(clock.instant(), AuditType.STORAGE_RECOVERED, ""));
        delivery.hand(listener::storageRecovered);
        queue.recover();
        storeAudits();
    }

    private void finish() {
        background.close();
        try {
            if (!failed) {
                storeAudits();
                log.sync();
            }
        } catch (LogException e) {
            LOG.error("the last sync of the log failed: {}", e.text(), e);
        } finally {
            log.close();
        }
    }

    private final class OnTheLoop implements ShortCut.Listener {

        @Override
        public void stored() {
            background.committed();
        }

        @Override
        public void broken(Throwable cause) {
            brokenBy.set(cause);
            queue.wake();
        }
    }

    /// Hears what became of a draft.
    @FunctionalInterface
    public interface Callback {
        void done(Outcome outcome);
    }

    /// Hears of the state of the storage.
    public interface Listener {

        /// Nothing is stored from now on. Told once.
        ///
        /// @param reason safe to show
        void storageFailed(String reason);

        /// Drafts are taken again. Entries of the moment of the failure may be in the log although they were refused:
        /// read the heads of [MessageLog#rooms] again.
        void storageRecovered();
    }
}
