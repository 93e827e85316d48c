package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.Request;
import dev.parley.protocol.RoomName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostQueueTest implements PostQueue.Outlet {

    private final List<String> happened = new ArrayList<>();
    private final List<Runnable> planned = new ArrayList<>();
    private long now;
    private final Allowance allowance = new Allowance(70);
    private final PostQueue queue = new PostQueue(this, new TokenBucket(100, 100, Duration.ofSeconds(1), () -> now), allowance);

    @Test
    void postsAreStoredInTheOrderInWhichTheyWereWritten() {
        queue.offer(post(2));
        queue.offer(post(3));
        assertThat(happened).isEmpty();
        queue.offer(post(1));
        assertThat(happened).containsExactly("store 1", "store 2", "store 3");
    }

    @Test
    void aPostThatComesAgainIsStoredOnceAndAnsweredWithItsNumber() {
        Request.Post first = post(1);
        queue.offer(first);
        queue.offer(first);
        assertThat(happened).containsExactly("store 1"); // being stored: the echo will follow
        queue.stored(first.id(), 42);
        queue.offer(first);
        assertThat(happened).containsExactly("store 1", "again 42");
    }

    @Test
    void aPostFarAheadIsRefusedSoThatNothingIsKeptWithoutBound() {
        queue.offer(post(64));
        queue.offer(post(65));
        assertThat(happened).containsExactly("refuse 65 RATE_LIMITED");
    }

    @Test
    void postsThatWaitForOneBeforeThemAreKeptUpToAnAllowanceWhichOthersGetBack() {
        queue.offer(post(2, "x".repeat(60)));
        queue.offer(post(3, "x".repeat(20)));
        assertThat(happened).containsExactly("refuse 3 RATE_LIMITED");
        queue.offer(post(1, "x".repeat(8_000)));
        assertThat(happened).containsExactly("refuse 3 RATE_LIMITED", "store 1", "store 2");
        queue.offer(post(4, "x".repeat(70)));
        queue.close();
        assertThat(allowance.take(70)).as("given back").isTrue();
    }

    @Test
    void tooFastAMemberIsHeldBackNotRefused() {
        for (int n = 1; n <= 120; n++) {
            queue.offer(post(n));
        }
        assertThat(happened).hasSize(100).last().isEqualTo("store 100");
        while (!planned.isEmpty()) {
            now += Duration.ofMillis(10).toNanos();
            planned.removeFirst().run();
        }
        assertThat(happened).hasSize(120).last().isEqualTo("store 120");
    }

    private static Request.Post post(long n) {
        return post(n, "x");
    }

    private static Request.Post post(long n, String text) {
        return new Request.Post(new RoomName("Crew"), MessageId.next(), n, new MessageText(text));
    }

    @Override
    public void store(Request.Post post) {
        happened.add("store " + post.n());
    }

    @Override
    public void again(MessageId id, long seq) {
        happened.add("again " + seq);
    }

    @Override
    public void refuse(Request.Post post, ErrorCode code, String message) {
        happened.add("refuse " + post.n() + " " + code);
    }

    @Override
    public void later(Runnable task, Duration delay) {
        planned.add(task);
    }
}
