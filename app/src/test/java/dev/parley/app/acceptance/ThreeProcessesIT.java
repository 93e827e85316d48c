package dev.parley.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One process hosts, others find the room without an address and talk, a thousand messages each.
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreeProcessesIT {

    private static final String PASSWORD = "correct horse battery";
    private static final int EACH = 1000;

    private final String room = Names.room("Lobby");
    private final List<Running> started = new ArrayList<>();
    private Path folder = Path.of("");
    private List<JsonObject> found = List.of();
    private int port;
    private List<JsonObject> ana = List.of();
    private List<JsonObject> ben = List.of();
    private List<Message> seenByAna = List.of();
    private List<Message> seenByBen = List.of();
    private List<Integer> exits = List.of();

    @BeforeAll
    void talk(@TempDir Path temp) {
        folder = temp;
        Running host = keep(host().password(PASSWORD).start("host", room, "--name", "Host"));
        port = host.event("ready").get("port").getAsInt();
        found = Parley.on(temp.resolve("guest")).run("rooms", "--wait", "3s").events("room");

        List<Running> members = List.of(join("Ana"), join("Ben"));
        members.forEach(member -> member.event("caught-up"));
        List<Thread> writers = members.stream().map(ThreeProcessesIT::write).toList();
        members.forEach(member -> member.event("message", 2 * EACH));
        members.forEach(member -> member.event("sent", EACH));
        writers.forEach(ThreeProcessesIT::join);
        members.forEach(Running::endInput);
        exits = members.stream().map(Running::exit).toList();
        ana = members.getFirst().events();
        ben = members.getLast().events();
        seenByAna = Message.seenBy(members.getFirst());
        seenByBen = Message.seenBy(members.getLast());
    }

    @AfterAll
    void close() {
        started.forEach(Running::close);
    }

    private Running keep(Running running) {
        started.add(running);
        return running;
    }

    private Parley host() {
        return Parley.on(folder.resolve("host"));
    }

    private Running join(String name) {
        return keep(Parley.on(folder.resolve(name)).password(PASSWORD).start("join", room, "--name", name));
    }

    private static Thread write(Running member) {
        return Thread.ofVirtual().start(() -> {
            for (int i = 1; i <= EACH; i++) {
                member.say("message " + i + " of " + member.pid());
            }
        });
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<JsonObject> named(List<JsonObject> events, String name) {
        return events.stream().filter(Running.named(name));
    }

    @Test
    void theRoomIsFoundWithinThreeSecondsWithoutAnAddress() {
        List<JsonObject> ours = found.stream().filter(r -> r.get("room").getAsString().equals(room)).toList();
        assertThat(ours).hasSize(1);
        assertThat(ours.getFirst().get("port").getAsInt()).isEqualTo(port);
        assertThat(ours.getFirst().get("locked").getAsBoolean()).isTrue();
        assertThat(ours.getFirst().get("host").getAsString()).isEqualTo("Host");
    }

    @Test
    void bothMembersSeeTheSameMessagesInTheSameOrderOnce() {
        assertThat(seenByAna).hasSize(2 * EACH).isEqualTo(seenByBen);
        assertThat(seenByAna).extracting(Message::id).doesNotHaveDuplicates();
        assertThat(seenByAna).extracting(m -> m.from() + m.text()).doesNotHaveDuplicates();
    }

    @Test
    void theMessagesOfOneSenderKeepTheOrderInWhichTheyWereWritten() {
        for (String sender : List.of("Ana", "Ben")) {
            List<String> texts = seenByAna.stream().filter(m -> m.from().equals(sender)).map(Message::text).toList();
            assertThat(texts).extracting(t -> Integer.parseInt(t.split(" ")[1]))
                    .isEqualTo(LongStream.rangeClosed(1, EACH).mapToObj(i -> (int) i).toList());
        }
    }

    @Test
    void sequenceNumbersHaveNoHolesWhenNoticesAreCounted() {
        for (List<JsonObject> member : List.of(ana, ben)) {
            List<Long> seqs = member.stream()
                    .filter(Running.named("message").or(Running.named("notice")))
                    .map(e -> e.get("seq").getAsLong()).toList();
            assertThat(seqs).isEqualTo(LongStream.rangeClosed(1, seqs.size()).boxed().toList());
        }
    }

    @Test
    void everyMessageIsToldToBeSentOnceWithTheNumberThatAllSee() {
        for (var member : List.of(List.of(ana, "Ana"), List.of(ben, "Ben"))) {
            @SuppressWarnings("unchecked") // the pairs above
            List<JsonObject> events = (List<JsonObject>) member.getFirst();
            List<String> sent = named(events, "sent").map(e -> e.get("id").getAsString() + e.get("seq")).toList();
            assertThat(sent).hasSize(EACH).containsExactlyInAnyOrderElementsOf(seenByAna.stream()
                    .filter(m -> m.from().equals(member.getLast())).map(m -> m.id() + m.seq()).toList());
        }
    }

    @Test
    void messagesTravelByUdp() {
        for (List<JsonObject> member : List.of(ana, ben)) {
            assertThat(member).anyMatch(e -> (e.has("transport") && e.get("transport").getAsString().equals("udp"))
                    || (e.has("now") && e.get("now").getAsString().equals("udp")));
        }
    }

    @Test
    void bothLeaveCleanlyWhenTheirInputEnds() {
        assertThat(exits).containsExactly(0, 0);
    }

    @Test
    void theLogSaysTheSameWhileTheHostRuns() {
        Running log = host().run("log", "--last", "2100");
        assertThat(log.exit()).isZero();
        assertThat(Message.logged(log)).isEqualTo(seenByAna);
        assertThat(log.events("entry")).extracting(e -> e.get("seq").getAsLong())
                .isEqualTo(LongStream.rangeClosed(1, log.events("entry").size()).boxed().toList());
    }

    @Test
    void theLogCanBeSearched() {
        Running log = host().run("log", room, "--search", "message 777");
        assertThat(Message.logged(log)).hasSize(2).allMatch(m -> m.text().startsWith("message 777 of "));
    }

    @Test
    void theLogIsExportedAsJson() throws IOException {
        Path file = folder.resolve("out.json");
        assertThat(host().run("log", "--export", file.toString()).exit()).isZero();
        assertThat(JsonParser.parseString(Files.readString(file)).toString()).contains("message 1 of", "message 1000 of");
    }

    @Test
    void theLogIsExportedAsPageAndAsText() throws IOException {
        for (String name : List.of("out.html", "out.txt")) {
            Path file = folder.resolve(name);
            assertThat(host().run("log", "--export", file.toString()).exit()).isZero();
            String text = Files.readString(file);
            assertThat(seenByAna).allMatch(m -> text.contains(m.text()));
        }
    }

    @Test
    void whatHappenedIsInTheEvents() {
        List<JsonObject> audit = host().run("log", "--events", "--last", "100").events("audit");
        assertThat(audit).extracting(e -> e.get("type").getAsString())
                .contains("SERVER_START", "ROOM_CREATED", "USER_JOINED");
        assertThat(audit).filteredOn(e -> e.get("type").getAsString().equals("USER_JOINED"))
                .extracting(e -> e.get("person").getAsString())
                .containsAll(Set.of("Ana", "Ben"));
    }
}
