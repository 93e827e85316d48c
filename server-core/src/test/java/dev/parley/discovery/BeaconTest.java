package dev.parley.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeaconTest {

    private static final long NONCE = 0x0123_4567_89AB_CDEFL;
    private static final String ID = FakeHost.id(1);
    private static final Announcement SMALL = new Announcement(
            ID, new UserName("健太 \"Ken\" \\"), 7420, List.of(new AnnouncedRoom(new RoomName("Physics 2B 👍"), true, 12)));

    @Test
    void theQuestionIsMagicVersionNonceAndZerosUpToTheSizeOfTheLargestAnswer() {
        byte[] question = Beacon.question(NONCE);
        assertThat(question).hasSize(1200).startsWith("PRLY?".getBytes(StandardCharsets.US_ASCII));
        assertThat(question[5]).isEqualTo((byte) 1);
        assertThat(ByteBuffer.wrap(question).getLong(6)).isEqualTo(NONCE);
        assertThat(Arrays.copyOfRange(question, 14, 1200)).containsOnly(0);
    }

    @Test
    void theAnswerIsMagicVersionNonceAndTheDocumentedJson() {
        byte[] answer = Beacon.answer(NONCE, SMALL);
        assertThat(new String(answer, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("PRLY!");
        assertThat(ByteBuffer.wrap(answer).getLong(6)).isEqualTo(NONCE);
        assertThat(new String(answer, 14, answer.length - 14, StandardCharsets.UTF_8)).isEqualTo("{\"id\":\"" + ID
                + "\",\"host\":\"健太 \\\"Ken\\\" \\\\\",\"port\":7420,"
                + "\"rooms\":[{\"name\":\"Physics 2B 👍\",\"locked\":true,\"members\":12}],\"more\":0}");
        assertThat(read(answer)).contains(new Beacon.Answer(SMALL, true));
    }

    @Test
    void aHostWithTwoHundredLongNamesNeverAnswersMoreThanItWasAskedWith() {
        for (String letter : List.of("a", "健", "👍", "\"", "\\")) {
            byte[] answer = Beacon.answer(NONCE, many(letter));
            assertThat(answer.length).isLessThanOrEqualTo(Beacon.QUESTION_BYTES);
            Beacon.Answer read = read(answer).orElseThrow();
            assertThat(read.complete()).isFalse();
            assertThat(read.announcement().rooms()).isNotEmpty();
        }
    }

    @Test
    void askingAgainShowsTheRoomsThatDidNotFit() {
        Announcement many = many("a");
        Set<AnnouncedRoom> seen = new HashSet<>();
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            seen.addAll(read(Beacon.answer(random.nextLong(), many)).orElseThrow().announcement().rooms());
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(many.rooms());
    }

    @Test
    void recognizingAQuestionMovesNothingAndLooksFromThePosition() {
        ByteBuffer datagram = ByteBuffer.allocate(1210).position(10).put(Beacon.question(NONCE)).position(10);
        assertThat(HostAnswer.isQuery(datagram)).isTrue();
        assertThat(datagram.position()).isEqualTo(10);
        assertThat(Beacon.nonceOfQuestion(datagram)).hasValue(NONCE);
        assertThat(HostAnswer.isQuery(ByteBuffer.wrap(new byte[1200]))).isFalse();
        assertThat(HostAnswer.isQuery(ByteBuffer.wrap(new byte[0]))).isFalse();
        assertThat(HostAnswer.isQuery(ByteBuffer.wrap(Beacon.question(NONCE), 0, 1199))).isFalse();
    }

    @Test
    void aRoomThatIsNotValidIsLeftOutAndUnknownFieldsAreSkipped() {
        Optional<Beacon.Answer> read = json("{\"new\":[{}],\"id\":\"" + ID + "\",\"host\":\"Ana\",\"port\":1,\"rooms\":["
                + "{\"name\":\"a\\nb\"},{\"name\":\"\\u202Eevil\"},{\"members\":3},{\"name\":\"x\",\"members\":-1},"
                + "{\"name\":\"" + "n".repeat(300) + "\"},{\"name\":\"good\",\"colour\":null}]}");
        assertThat(read).contains(new Beacon.Answer(
                new Announcement(ID, FakeHost.ANA, 1, List.of(FakeHost.room("good", 0))), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "null", "[]", "{", "{}", "{\"id\":\"short\",\"host\":\"a\",\"port\":1}", "{\"host\":\"a\",\"port\":1}",
        "{\"id\":\"ID\",\"host\":\"public\",\"port\":1}", "{\"id\":\"ID\",\"host\":\"a\\u0007\",\"port\":1}",
        "{\"id\":\"ID\",\"host\":\"a\",\"port\":0}", "{\"id\":\"ID\",\"host\":\"a\",\"port\":65536}",
        "{\"id\":\"ID\",\"host\":\"a\",\"port\":1e99}", "{\"id\":\"ID\",\"host\":\"a\",\"port\":1,\"rooms\":{}}",
        "{\"id\":\"ID\",\"host\":\"a\",\"port\":1,\"rooms\":[1]}", "{\"id\":\"ID\",\"host\":\"a\",\"port\":1} x",
        "{\"id\":\"ID\",\"host\":null,\"port\":1}", "{\"x\":[[[[[[[[[[[[]]]]]]]]]]]]}"
    })
    void anAnswerThatMakesNoSenseIsEmptyAndNotAnException(String json) {
        assertThat(json(json.replace("ID", ID))).isEmpty();
    }

    @Test
    void mutilatedAnswersNeverThrow() {
        Random random = new Random(7420);
        byte[] good = Beacon.answer(NONCE, many("q"));
        int understood = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = Arrays.copyOf(good, i % 2 == 0 ? good.length : 15 + random.nextInt(good.length - 15));
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            if (Beacon.nonceOfAnswer(ByteBuffer.wrap(bad)).isPresent()) {
                understood += read(bad).isPresent() ? 1 : 0;
            }
        }
        assertThat(understood).isPositive().isLessThan(20_000);
    }

    @Test
    void anAnswerThatIsTooLongOrOfAnotherVersionIsNotOne() {
        byte[] answer = Beacon.answer(NONCE, SMALL);
        assertThat(Beacon.nonceOfAnswer(ByteBuffer.wrap(Arrays.copyOf(answer, 1201)))).isEmpty();
        assertThat(Beacon.nonceOfAnswer(ByteBuffer.wrap(answer, 0, 14))).isEmpty();
        answer[5] = 2;
        assertThat(Beacon.nonceOfAnswer(ByteBuffer.wrap(answer))).isEmpty();
    }

    private static Announcement many(String letter) {
        return new Announcement(ID, new UserName(letter.repeat(48)), 65_535, IntStream.range(0, 200)
                .mapToObj(i -> new AnnouncedRoom(new RoomName(letter.repeat(44) + i), true, 1_000_000)).toList());
    }

    private static Optional<Beacon.Answer> json(String json) {
        return AnnouncementJson.read(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<Beacon.Answer> read(byte[] answer) {
        return Beacon.bodyOfAnswer(ByteBuffer.wrap(answer));
    }
}
