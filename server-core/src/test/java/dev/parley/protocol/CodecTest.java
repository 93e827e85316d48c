package dev.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {

    private static final RoomName ROOM = new RoomName("Physics 2B");
    private static final UserName ANA = new UserName("Ana");
    private static final UserName KENTA = new UserName("健太");
    private static final MessageId ID = MessageId.next();
    private static final String TOKEN = "A".repeat(43);
    private static final MessageText TEXT = new MessageText("Hi <b>\"there\"</b>\n\u2028 \\ 👍 привет");
    private static final Entry ENTRY = new Entry(7, ID, EntryKind.TEXT, KENTA, Instant.ofEpochMilli(1_700_000_000_123L), TEXT.value());

    static Stream<Request> requests() {
        return Stream.of(
                new Request.Guest(ANA, TOKEN, null),
                new Request.ListNames(),
                new Request.Create(ROOM),
                new Request.Enter(ROOM, "secret"),
                new Request.PlainMessage("public", TEXT),
                new Request.Exit(),
                new Request.Logout(),
                new Request.Hello(1, "test/1", TOKEN),
                new Request.Join(ROOM, 12L, 50),
                new Request.ProveRounds(ROOM, "r1", "r2"),
                new Request.ProveKey(ROOM, "mac"),
                new Request.Leave(ROOM),
                new Request.Post(ROOM, ID, 3, TEXT),
                new Request.Whisper(ROOM, KENTA, TEXT),
                new Request.Range(ROOM, 4, 9),
                new Request.People(ROOM, 500),
                new Request.Ping(2),
                new Request.Path(true),
                new Request.Active(),
                new Request.History(ROOM, Long.MAX_VALUE, 50, "words"),
                new Request.Present(false),
                new Request.Typing(ROOM),
                new Request.Probe(5),
                new Request.LogRooms(),
                new Request.LogEntries(ROOM, Long.MAX_VALUE, 20, "words"),
                new Request.LogEvents(100, 20));
    }

    static Stream<Reply> replies() {
        Reply.Person person = new Reply.Person(ANA, "host");
        return Stream.of(
                new Reply.Guest(ANA, "lobby"),
                new Reply.RoomList(List.of(ROOM), List.of(new Reply.RoomInfo(ROOM, true, 3))),
                new Reply.NameList(List.of(ANA, KENTA)),
                new Reply.Created(ROOM),
                new Reply.Entered(ANA, ROOM),
                new Reply.PlainMessage("public", KENTA, TEXT),
                new Reply.Exited(),
                new Reply.LoggedOut(),
                new Reply.Hello(1, "test/1", 0xFFFF_FFFFL),
                new Reply.Challenge(ROOM, "salt", 19456, 2, 1, "round"),
                new Reply.HostRounds(ROOM, "round"),
                new Reply.Joined(ROOM, 10, 3, true, List.of(person), 1, "mac", "The disk is full."),
                new Reply.EntryPush(ROOM, ENTRY),
                new Reply.Entries(ROOM, 5, 7, List.of(ENTRY)),
                new Reply.HistoryPage(ROOM, List.of(ENTRY)),
                new Reply.TypingPush(ROOM, KENTA),
                new Reply.PresencePush(ROOM, List.of(new Reply.Seen(ANA, "idle"))),
                new Reply.Renamed(ROOM, new RoomName("Crew")),
                new Reply.Writable(ROOM, false, "The disk is full."),
                new Reply.CaughtUp(ROOM, 10),
                new Reply.Stored(ROOM, ID, 7),
                new Reply.WhisperPush(ROOM, ANA, KENTA, TEXT),
                new Reply.People(ROOM, 0, 1, List.of(person)),
                new Reply.Pong(1, 2),
                new Reply.Head(ROOM, 10),
                new Reply.ProbeEcho(5),
                new Reply.Left(ROOM, ErrorCode.IDLE),
                new Reply.LogRooms(List.of(new Reply.LogRoom(ROOM, false, 1, 10))),
                new Reply.LogEntries(ROOM, List.of(ENTRY)),
                new Reply.LogEvents(List.of(new Reply.Event(1, Instant.ofEpochMilli(5), "ROOM_CREATED", "Physics 2B", null, ""))),
                new Reply.Failure("join", ErrorCode.TOO_MANY_ATTEMPTS, "Wait a little.", ROOM, 2000L));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyRequestSurvivesTheRoundTrip(Request request) {
        Codec.Decoded<Request> decoded = Codec.decodeRequest(Codec.encode(request, "42"));
        assertThat(decoded.message()).isEqualTo(request);
        assertThat(decoded.id()).isEqualTo("42");
    }

    @ParameterizedTest
    @MethodSource("replies")
    void everyReplySurvivesTheRoundTrip(Reply reply) {
        assertThat(Codec.decodeReply(Codec.encode(reply, null)).message()).isEqualTo(reply);
    }

    @Test
    void theRoundTripsCoverEveryMessageType() {
        assertThat(types(requests())).isEqualTo(Set.of(Request.class.getPermittedSubclasses()));
        // Person, RoomInfo, Event and LogRoom are parts, not messages: they do not implement Reply
        assertThat(types(replies())).isEqualTo(Set.of(Reply.class.getPermittedSubclasses()));
        assertThat(Set.copyOf(RequestType.BY_NAME.values())).isEqualTo(types(requests()));
    }

    private static Set<Class<?>> types(Stream<?> messages) {
        return messages.map(Object::getClass).collect(Collectors.toUnmodifiableSet());
    }

    @Test
    void dataMayComeBeforeTheType() {
        assertThat(decode("{\"data\":{\"room\":\"Crew\"},\"id\":\"1\",\"type\":\"create\"}"))
                .isEqualTo(new Request.Create(new RoomName("Crew")));
    }

    @Test
    void unknownFieldsAreIgnoredAndDataMayBeAbsent() {
        assertThat(decode("{\"type\":\"list\",\"new\":[1,{\"x\":2}]}")).isEqualTo(new Request.ListNames());
        assertThat(decode("{\"type\":\"create\",\"data\":{\"room\":\"Crew\",\"colour\":\"red\"}}"))
                .isEqualTo(new Request.Create(new RoomName("Crew")));
    }

    @Test
    void anUnknownTypeHasItsOwnCodeAndIsNamedInTheRefusal() {
        byte[] json = bytes("{\"type\":\"dance\",\"data\":{}}");
        assertThatThrownBy(() -> Codec.decodeRequest(json)).isInstanceOfSatisfying(ProtocolException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_TYPE);
            assertThat(Codec.refusal(json, e).type()).isEqualTo("dance");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "null", "[]", "{", "{}", "{\"type\":1}", "{\"type\":\"create\"}", "{\"type\":\"create\",\"data\":null}",
        "{\"type\":\"create\",\"data\":{\"room\":null}}", "{\"type\":\"create\",\"data\":{\"room\":{}}}",
        "{\"type\":\"create\",\"data\":[]}", "{\"type\":\"create\",\"data\":{\"room\":\"a\"}} x",
        "{\"type\":\"create\",\"data\":{\"room\":\"\\u202Eevil\"}}", "{\"type\":\"create\",\"data\":{\"room\":\"a\\nb\"}}",
        "{\"type\":\"join\",\"data\":{\"room\":\"a\",\"after\":-1}}", "{\"type\":\"join\",\"data\":{\"room\":\"a\",\"after\":1e99}}",
        "{\"type\":\"post\",\"data\":{\"room\":\"a\",\"id\":\"short\",\"n\":1,\"text\":\"x\"}}",
        "{\"type\":\"msg\",\"data\":{\"to\":\"public\",\"text\":\"\\ud800\"}}", "{\"type\":\"msg\",\"data\":{\"to\":\"public\",\"text\":\"  \"}}",
        "{type:'list'}", "{\"type\":\"guest\",\"data\":{\"username\":\"public\"}}", "{\"type\":\"path\",\"data\":{\"udp\":1}}",
        "{\"type\":\"log-entries\",\"data\":{\"room\":\"a\",\"before\":1,\"limit\":99999999999}}"
    })
    void badInputIsRefusedWithOneKindOfException(String json) {
        assertThatThrownBy(() -> decode(json)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "{\"type\":\"list\",\"x\":" + "[".repeat(40) + "]".repeat(40) + "}";
        assertThatThrownBy(() -> decode(deep)).isInstanceOf(ProtocolException.class);
        String shallow = "{\"type\":\"list\",\"x\":" + "[".repeat(30) + "]".repeat(30) + "}";
        assertThat(decode(shallow)).isEqualTo(new Request.ListNames());
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] json = bytes("{\"type\":\"list\",\"id\":\"x\"}");
        json[json.length - 3] = (byte) 0xFF;
        assertThatThrownBy(() -> Codec.decodeRequest(json)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void theLongestTextFitsAFrameWhateverItContains() {
        for (String s : List.of("👍", "\"", "\\", "\n", "\u2028", "\u0001", "я")) {
            MessageText text = new MessageText("x" + s.repeat(Limits.TEXT_CODE_POINTS - 1));
            byte[] json = Codec.encode(
                    new Reply.EntryPush(ROOM, new Entry(Long.MAX_VALUE, ID, EntryKind.TEXT, KENTA, Instant.ofEpochMilli(Long.MAX_VALUE), text.value())), null);
            assertThat(json.length).isLessThanOrEqualTo(Limits.FRAME_BYTES);
        }
        assertThatThrownBy(() -> new MessageText("x".repeat(Limits.TEXT_CODE_POINTS + 1)))
                .isInstanceOfSatisfying(ProtocolException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LONG));
    }

    @Test
    void theSizeOfATextInJsonIsKnownBeforeItIsWritten() {
        String text = "a\"\\\n\u0001\u2028\u007Fé健👍";
        int empty = Codec.encode(new Reply.PlainMessage("x", ANA, new MessageText("x")), null).length - 1;
        assertThat(Codec.encode(new Reply.PlainMessage("x", ANA, new MessageText(text)), null)).hasSize(empty + Codec.jsonBytes(text) - 2);
    }

    @Test
    void plainClientsSeeTheDocumentedShapes() {
        assertThat(new String(Codec.encode(new Reply.Guest(ANA, "lobby"), null), StandardCharsets.UTF_8))
                .isEqualTo("{\"type\":\"guest\",\"status\":\"ok\",\"data\":{\"username\":\"Ana\",\"chatroom\":\"lobby\"}}");
        assertThat(new String(Codec.encode(new Reply.PlainMessage("public", ANA, new MessageText("hi")), null), StandardCharsets.UTF_8))
                .isEqualTo("{\"type\":\"msg\",\"status\":\"ok\",\"data\":{\"to\":\"public\",\"from\":\"Ana\",\"text\":\"hi\"}}");
        assertThat(new String(Codec.encode(new Reply.Failure("enter", ErrorCode.NO_SUCH_ROOM, "No.", null, null), "7"), StandardCharsets.UTF_8))
                .isEqualTo("{\"type\":\"enter\",\"id\":\"7\",\"status\":\"error\",\"message\":\"No.\",\"data\":{\"code\":\"no-such-room\"}}");
    }

    @Test
    void everyErrorCodeHasItsOwnWireName() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::wireName)).doesNotHaveDuplicates();
    }

    private static Request decode(String json) {
        return Codec.decodeRequest(bytes(json)).message();
    }

    private static byte[] bytes(String s) {
        return s.getBytes(StandardCharsets.UTF_8);
    }
}
