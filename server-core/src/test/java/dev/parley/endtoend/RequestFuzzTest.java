package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;

import dev.parley.log.RoomOptions;
import dev.parley.protocol.RoomName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every request in every state, in orders and with values that no program of ours would send.
class RequestFuzzTest {

    private static final List<String> TYPES = List.of("guest", "list", "create", "enter", "msg", "exit", "hello", "join", "prove-rounds",
            "prove-key", "leave", "post", "whisper", "range", "people", "ping", "path", "active", "probe", "log-rooms", "log-entries", "log-events");
    private static final List<String> FIELDS = List.of("username", "session", "device", "room", "password", "to", "text", "version", "client",
            "ownerToken", "after", "round1", "round2", "mac", "id", "n", "from", "offset", "udp", "before", "limit", "search");
    private static final List<String> VALUES = List.of("\"Lobby\"", "\"Den\"", "\"Eve\"", "\"Ana\"", "\"public\"", "\"\"", "\" \"", "\"x\"",
            "\"01ARZ3NDEKTSV4RRFFQ69G5FAV\"", "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"", "0", "1", "2", "-1", "31", "64", "65", "500",
            "2147483647", "9223372036854775807", "-9223372036854775808", "1.5", "1e9", "true", "null", "[]", "{}", "[1]", "\"\\u0000\"",
            "\"\\ud83d\\ude00\"", "\"\\u202e\"");

    @TempDir
    Path folder;

    @Test
    void nothingUnexpectedHappensInTheHost() throws IOException {
        Random random = new Random(7420);
        ErrorWatch errors = new ErrorWatch();
        try (TestHost host = new TestHost(folder, Settings.guests(true, true)).open()) {
            host.server().openRoom(new RoomName("Den"), Optional.of("secret".toCharArray()), RoomOptions.standard());
            for (int visit = 0; visit < 100; visit++) {
                try (PlainClient eve = new PlainClient(host.port())) {
                    visit(eve, random, visit);
                }
            }
            try (TestMember zoe = new TestMember("Zoe", host.port(), folder).join(ROOM)) {
                zoe.say(ROOM, "all is well");
                Awaitility.await().atMost(TestMember.PATIENCE).until(() -> zoe.texts().contains("all is well"));
            }
        }
        errors.assertNoErrors();
        errors.close();
    }

    private static void visit(PlainClient eve, Random random, int number) throws IOException {
        if (number % 3 != 0) {
            eve.frame("{\"type\":\"hello\",\"data\":{\"version\":1,\"client\":\"fuzz\"}}");
        }
        if (number % 2 == 0) {
            eve.send("guest", "username", "Eve " + number);
        }
        if (number % 4 == 0) {
            eve.frame("{\"type\":\"join\",\"data\":{\"room\":\"Lobby\"}}");
        }
        List<String> messages = Stream.generate(() -> message(random)).limit(60).toList(); // the same, however far they get
        for (String json : messages) {
            if (!sent(eve, json)) {
                return; // the host had enough of it
            }
        }
    }

    private static boolean sent(PlainClient eve, String json) {
        try {
            eve.frame(json);
            return !eve.over();
        } catch (IOException e) {
            return false;
        }
    }

    private static String message(Random random) {
        StringBuilder json = new StringBuilder("{\"type\":\"").append(pick(TYPES, random)).append("\",\"data\":{");
        for (String field : FIELDS) {
            if (random.nextInt(5) != 0) {
                String value = field.equals("room") && random.nextBoolean() ? "\"Lobby\"" : pick(VALUES, random);
                json.append(json.charAt(json.length() - 1) == '{' ? "" : ",").append('"').append(field).append("\":").append(value);
            }
        }
        return json.append("}}").toString();
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
