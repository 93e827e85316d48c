package dev.parley.log;

import static dev.parley.log.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.log.h2.H2MessageLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShortCutTest extends WriterFixture {

    @BeforeEach
    void open() {
        log.atOnce.set(true);
        awaitResting();
    }

    /// A writer that is awake takes what it sees.
    private static void awaitResting() {
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("parley-log-writer"))
                .allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
    }

    /// The first message of a room asks the database for the ids that are there.
    private void storeTheFirst() {
        submit(1);
        awaitOutcomes(1);
        assertThat(log.calls).containsExactly("at once 1", "append 1");
        log.calls.clear();
        awaitResting();
    }

    /// All within one turn of the delivering thread.
    private void submitTogether(Runnable submits) throws InterruptedException {
        CountDownLatch submitted = new CountDownLatch(1);
        loop.execute(() -> awaitUninterruptibly(submitted));
        submits.run();
        submitted.countDown();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void assertAllStoredInOrder(int count) {
        awaitOutcomes(count);
        assertThat(outcomes)
                .extracting(outcome -> ((Appended.Stored) outcome).entry().seq())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, count).boxed().toList());
    }

    @Test
    void theDraftsOfOneTurnAreStoredByItselfInOneWrite() throws InterruptedException {
        storeTheFirst();

        submitTogether(() -> submit(3));

        assertAllStoredInOrder(4);
        assertThat(log.calls).containsExactly("at once 3");
        assertThat(log.range(room, 1, 10)).hasSize(4);
        timer.turn(SYNC);
        assertThat(log.calls).containsExactly("at once 3", "sync");
    }

    @Test
    void whatItLeavesToTheWriterKeepsItsPlace() {
        submit(20_000);

        awaitOutcomes(20_000);
        assertAllStoredInOrder(20_000);
        assertThat(log.calls).anyMatch(call -> call.startsWith("append"));
        assertThat(log.calls).anyMatch(call -> call.startsWith("at once"));
    }

    @Test
    void manyDraftsAreLeftToTheWriter() throws InterruptedException {
        storeTheFirst();

        submitTogether(() -> submit(ShortCut.MOST_DRAFTS + 7));

        assertAllStoredInOrder(1 + ShortCut.MOST_DRAFTS + 7);
        assertThat(log.calls).containsExactly("at once " + ShortCut.MOST_DRAFTS, "append 7");
    }

    @Test
    void whatWasStoredBeforeIsRecognised() throws InterruptedException {
        storeTheFirst();
        Draft draft = draft(room, "twice");

        submitTogether(() -> {
            writer.submit(draft, outcomes::add);
            writer.submit(draft, outcomes::add);
        });
        awaitOutcomes(3);
        writer.submit(draft, outcomes::add);
        awaitOutcomes(4);

        Appended first = (Appended) outcomes.get(1);
        assertThat(first).isInstanceOf(Appended.Stored.class);
        assertThat(outcomes.subList(2, 4)).containsOnly(new Appended.Duplicate(first.entry()));
        log.tidy(); // now the database has it
        writer.submit(draft, outcomes::add);
        awaitOutcomes(5);
        assertThat(outcomes.getLast()).isEqualTo(new Appended.Duplicate(first.entry()));
        assertThat(log.range(room, 1, 10)).hasSize(2);
    }

    @Test
    void aFailureIsForTheWriterToTell() {
        storeTheFirst();
        log.full.set(true);

        submit(1);

        awaitOutcomes(2);
        assertThat(outcomes.getLast()).isEqualTo(new Refused(Refused.Reason.READ_ONLY, TroubledLog.FULL));
        await().untilAsserted(() -> assertThat(states).containsExactly("failed: " + TroubledLog.FULL));
        log.full.set(false);
        await().until(() -> states.size() == 2);
        submit(1);
        awaitOutcomes(3);
        assertThat(outcomes.getLast()).isInstanceOf(Appended.Stored.class);
    }

    @Test
    void whereNobodyKnowsWhatIsStoredNothingMoreIs() {
        storeTheFirst();
        log.broken.set(true);

        submit(3);
        awaitOutcomes(4);
        log.broken.set(false);
        submit(2);
        awaitOutcomes(6);

        assertThat(outcomes.subList(1, 6)).allSatisfy(outcome -> assertThat(outcome)
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Refused.Reason.READ_ONLY)));
        assertThat(log.calls).noneMatch(call -> call.startsWith("append"));
    }

    @Test
    void nothingIsStoredAtOnceThatMustReachTheDiskFirst() {
        writer.close();
        log = new TroubledLog(H2MessageLog.open(folder, clock).log());
        log.atOnce.set(true);
        writer = writer(Durability.POWER);

        submit(5);

        assertAllStoredInOrder(5);
        assertThat(log.calls).noneMatch(call -> call.startsWith("at once"));
    }

    @Test
    void whatIsSubmittedAfterTheLoopHasEndedIsStoredNevertheless() {
        loop.shutdown();

        submit(3);
        writer.close();

        assertThat(log.count("append 3") + log.count("append 2") + log.count("append 1")).isPositive();
        try (MessageLog again = H2MessageLog.open(folder, clock).log()) {
            assertThat(again.rooms().getFirst().head()).isEqualTo(3);
        }
    }

    @Test
    void aDiskThatIsSlowIsLeftToTheWriterForAWhile() {
        AtomicLong now = new AtomicLong();
        DraftQueue queue = new DraftQueue();
        MessageLog slow = new TroubledLog(log) {
            @Override
            public Optional<List<Appended>> appendAtOnce(List<Draft> drafts) {
                now.addAndGet(ShortCut.SLOW.toNanos() + 1);
                return super.appendAtOnce(drafts);
            }
        };
        ShortCut shortCut = new ShortCut(
                slow, queue, new Delivery(Runnable::run), new ReentrantLock(), new Deaf(), now::get);

        queue.offer(new DraftQueue.Waiting(draft(room, "text"), outcomes::add));
        assertThat(shortCut.take()).isTrue();
        now.addAndGet(ShortCut.REST.minus(Duration.ofMillis(1)).toNanos());
        assertThat(shortCut.take()).isFalse();
        now.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(shortCut.take()).isTrue();
    }

    private record Deaf() implements ShortCut.Listener {

        @Override
        public void stored() {}

        @Override
        public void broken(Throwable cause) {
            throw new AssertionError(cause);
        }
    }
}
