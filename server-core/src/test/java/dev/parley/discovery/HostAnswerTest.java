package dev.parley.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.protocol.ProtocolException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HostAnswerTest {

    private static final InetSocketAddress SOMEBODY = new InetSocketAddress("192.0.2.7", 50_000);
    private static final Announcement TRUTH =
            new Announcement(FakeHost.id(1), FakeHost.ANA, 7420, List.of(FakeHost.room("Crew", 3)));

    private final AtomicLong nanos = new AtomicLong(-5);
    private final HostAnswer host = new HostAnswer(() -> TRUTH, nanos::get);

    @Test
    void aQuestionIsAnsweredWithItsOwnNonce() {
        byte[] answer = host.answer(ByteBuffer.wrap(Beacon.question(99)), SOMEBODY).orElseThrow();
        assertThat(Beacon.nonceOfAnswer(ByteBuffer.wrap(answer))).hasValue(99);
        assertThat(Beacon.bodyOfAnswer(ByteBuffer.wrap(answer))).contains(new Beacon.Answer(TRUTH, true));
    }

    @Test
    void everythingElseMeetsSilence() {
        byte[] otherVersion = Beacon.question(1);
        otherVersion[5] = 2;
        assertThat(host.answer(ByteBuffer.wrap(otherVersion), SOMEBODY)).isEmpty();
        assertThat(host.answer(ByteBuffer.wrap(Beacon.question(1), 0, 14), SOMEBODY)).isEmpty();
        assertThat(host.answer(ByteBuffer.wrap(Beacon.answer(1, TRUTH)), SOMEBODY)).isEmpty();
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            byte[] junk = new byte[random.nextInt(1300)];
            random.nextBytes(junk);
            assertThat(host.answer(ByteBuffer.wrap(junk), SOMEBODY)).isEmpty();
        }
    }

    @Test
    void nobodyIsAnsweredWhoCannotHaveAsked() {
        ByteBuffer question = ByteBuffer.wrap(Beacon.question(1));
        assertThat(host.answer(question, new InetSocketAddress("192.0.2.7", 0))).isEmpty();
        assertThat(host.answer(question, new InetSocketAddress("224.0.0.251", 5353))).isEmpty();
        assertThat(host.answer(question, new InetSocketAddress("0.0.0.0", 5353))).isEmpty();
    }

    @Test
    void aHundredAnswersASecondAndNotMoreWhateverTheClockDoes() {
        assertThat(answersTo(1000)).isEqualTo(100);
        nanos.addAndGet(Duration.ofMillis(100).toNanos());
        assertThat(answersTo(1000)).isEqualTo(10);
        nanos.addAndGet(Duration.ofDays(365).toNanos());
        assertThat(answersTo(1000)).isEqualTo(100);
        nanos.addAndGet(-Duration.ofHours(1).toNanos());
        assertThat(answersTo(1000)).isZero();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(answersTo(1000)).isEqualTo(100);
    }

    @Test
    void anAnnouncementGuardsItself() {
        AnnouncedRoom room = FakeHost.room("Crew", 3);
        assertThatThrownBy(() -> new Announcement(FakeHost.id(1), FakeHost.ANA, 7420, Collections.nCopies(201, room)))
                .isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> new Announcement(FakeHost.id(1) + "=", FakeHost.ANA, 7420, List.of()))
                .isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> new Announcement(FakeHost.id(1), FakeHost.ANA, 0, List.of()))
                .isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> FakeHost.room("Crew", -1)).isInstanceOf(ProtocolException.class);
    }

    private int answersTo(int questions) {
        int answers = 0;
        for (int i = 0; i < questions; i++) {
            answers += host.answer(ByteBuffer.wrap(Beacon.question(i)), SOMEBODY).isPresent() ? 1 : 0;
        }
        return answers;
    }
}
