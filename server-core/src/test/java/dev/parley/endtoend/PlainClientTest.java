package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.parley.log.RoomOptions;
import dev.parley.protocol.RoomName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainClientTest {

    @TempDir
    Path folder;

    @Test
    void aWholeVisitWorks() throws IOException {
        try (TestHost host = new TestHost(folder).open(); PlainClient ana = new PlainClient(host.port())) {
            JsonObject login = ana.send("guest", "username", "Ana").expect("guest");
            assertThat(login.get("username").getAsString()).isEqualTo("Ana");
            assertThat(login.get("chatroom").getAsString()).isEqualTo("lobby");
            assertThat(names(ana.send("list").expect("list"))).containsExactly("Lobby");
            assertThat(ana.send("create", "room", "Den").expect("create").get("room").getAsString()).isEqualTo("Den");
            JsonObject entered = ana.send("enter", "room", "Den").expect("enter");
            assertThat(entered.get("username").getAsString()).isEqualTo("Ana");
            assertThat(entered.get("room").getAsString()).isEqualTo("Den");
            assertThat(names(ana.expect("list_room"))).containsExactly("Ana");
            ana.send("msg", "from", "Eve", "to", "public", "text", "hello");
            JsonObject said = ana.expect("msg");
            assertThat(said.get("to").getAsString()).isEqualTo("public");
            assertThat(said.get("from").getAsString()).as("what the server knows").isEqualTo("Ana");
            assertThat(said.get("text").getAsString()).isEqualTo("hello");
            ana.send("exit").expect("exit");
            assertThat(names(ana.send("list").expect("list"))).containsExactly("Lobby", "Den");
            ana.send("logout").expect("logout");
            ana.awaitEnd();
        }
    }

    @Test
    void theLobbyIsToldWhenTheListOfRoomsChanges() throws IOException {
        try (TestHost host = new TestHost(folder).open(); PlainClient ana = new PlainClient(host.port()); PlainClient ben = new PlainClient(host.port())) {
            ana.send("guest", "username", "Ana").expect("guest");
            ben.send("guest", "username", "Ben").expect("guest");
            ben.send("create", "room", "Den").expect("create");
            assertThat(names(ana.expect("list"))).containsExactly("Lobby", "Den");
        }
    }

    @Test
    void privateWordsReachTheReceiverAndAreEchoedToTheSenderOnly() throws IOException {
        try (TestHost host = new TestHost(folder).open();
                PlainClient ana = new PlainClient(host.port()).enter("Ana", "Lobby");
                PlainClient ben = new PlainClient(host.port()).enter("Ben", "Lobby");
                PlainClient eve = new PlainClient(host.port()).enter("Eve", "Lobby")) {
            ana.send("msg", "to", "Ben", "text", "psst");
            assertThat(ben.expect("msg").get("from").getAsString()).isEqualTo("Ana");
            assertThat(ana.expect("msg").get("to").getAsString()).isEqualTo("Ben");
            ana.send("msg", "to", "Nobody", "text", "psst");
            assertThat(ana.expectError("msg")).isEqualTo("no-such-person");
            ana.send("msg", "to", "public", "text", "end");
            assertThat(eve.expect("msg").get("text").getAsString()).isEqualTo("end");
            assertThat(host.storedTexts()).as("private words are not kept").containsExactly("end");
        }
    }

    @Test
    void listsOfPeopleAreCoalesced() throws IOException {
        List<PlainClient> crowd = new ArrayList<>();
        try (TestHost host = new TestHost(folder).open(); PlainClient ana = new PlainClient(host.port()).enter("Ana", "Lobby")) {
            for (int i = 0; i < 20; i++) {
                crowd.add(new PlainClient(host.port()));
                crowd.get(i).send("guest", "username", "guest " + i).expect("guest");
            }
            for (PlainClient client : crowd) {
                client.send("enter", "room", "Lobby");
            }
            ana.expect("list_room", m -> m.getAsJsonObject("data").getAsJsonArray("room").size() == 21);
            assertThat(ana.all("list_room")).hasSizeLessThan(10);
        } finally {
            for (PlainClient client : crowd) {
                client.close();
            }
        }
    }

    @Test
    void unknownTypesAreAnsweredAndTheConnectionLives() throws IOException {
        try (TestHost host = new TestHost(folder).open(); PlainClient ana = new PlainClient(host.port()).enter("Ana", "Lobby")) {
            assertThat(ana.send("fly", "to", "the moon").expectError("fly")).isEqualTo("unknown-type");
            ana.frame("{\"type\":\"msg\",\"id\":\"7\",\"data\":{\"to\":\"Nobody\",\"text\":\"x\"}}");
            assertThat(ana.expect("msg", m -> m.has("id")).get("id").getAsString()).isEqualTo("7");
            ana.send("msg", "to", "public", "text", "still here", "colour", "unknown fields are ignored");
            assertThat(ana.expect("msg").get("text").getAsString()).isEqualTo("still here");
        }
    }

    @Test
    void refusalsOfGoodMessagesDoNotEndAConnection() throws IOException {
        try (TestHost host = new TestHost(folder).open(); PlainClient ana = new PlainClient(host.port()).enter("Ana", "Lobby")) {
            for (int i = 0; i < 30; i++) {
                assertThat(ana.send("msg", "to", "Nobody", "text", "x").expectError("msg")).isEqualTo("no-such-person");
            }
            ana.send("msg", "to", "public", "text", "still here");
            assertThat(ana.expect("msg").get("text").getAsString()).isEqualTo("still here");
        }
    }

    @Test
    void aPlainClientAndARichOneTalk() throws IOException {
        try (TestHost host = new TestHost(folder).open();
                PlainClient ana = new PlainClient(host.port()).enter("Ana", "Lobby");
                TestMember ben = new TestMember("Ben", host.port(), folder).join(ROOM)) {
            ana.send("msg", "to", "public", "text", "from plain");
            ben.awaitTexts(1);
            ben.say(ROOM, "from rich");
            ana.expect("msg", m -> m.getAsJsonObject("data").get("text").getAsString().equals("from rich"));
            ana.send("msg", "to", "Ben", "text", "psst");
            assertThat(ben.await(dev.parley.client.ClientEvent.Whispered.class).from().value()).isEqualTo("Ana");
            assertThat(ben.texts()).containsExactly("from plain", "from rich");
        }
    }

    @Test
    void aLockedRoomTakesAPasswordFromPlainClientsOnlyWhereTheHostAllowsIt() throws IOException {
        try (TestHost host = new TestHost(folder).open("secret"); PlainClient ana = new PlainClient(host.port())) {
            ana.send("guest", "username", "Ana").expect("guest");
            assertThat(ana.send("enter", "room", "Lobby", "password", "secret").expectError("enter")).isEqualTo("proof-required");
        }
        try (TestHost host = new TestHost(folder, Settings.guests(true, true)).open("secret"); PlainClient ana = new PlainClient(host.port())) {
            ana.send("guest", "username", "Ana").expect("guest");
            assertThat(ana.send("enter", "room", "Lobby", "password", "guess").expectError("enter")).isEqualTo("wrong-password");
            assertThat(ana.send("enter", "room", "Lobby").expectError("enter")).isEqualTo("wrong-password");
            ana.send("enter", "room", "Lobby", "password", "secret").expect("enter");
        }
    }

    @Test
    void nobodyIsInTwoRoomsBecauseAPasswordTookLongToCheck() throws IOException {
        try (TestHost host = new TestHost(folder, Settings.guests(true, true)).open("secret"); PlainClient ana = new PlainClient(host.port())) {
            host.server().openRoom(new RoomName("Den"), Optional.empty(), RoomOptions.standard());
            ana.send("guest", "username", "Ana").expect("guest");
            ana.send("enter", "room", "Lobby", "password", "secret").send("enter", "room", "Den");
            ana.expect("enter", m -> "ok".equals(m.get("status").getAsString()));
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ana.all("enter").size() == 2);
            assertThat(host.server().rooms().stream().mapToInt(r -> r.members()).sum()).isEqualTo(1);
        }
    }

    @Test
    void aSessionThatWentOnElsewhereDoesNotTakeTheNameWithIt() throws IOException {
        String secret = "A".repeat(43);
        try (TestHost host = new TestHost(folder).open(); PlainClient old = new PlainClient(host.port());
                PlainClient now = new PlainClient(host.port()); PlainClient thief = new PlainClient(host.port())) {
            old.send("guest", "username", "Ana", "session", secret).expect("guest");
            now.send("guest", "username", "Ana", "session", secret).expect("guest");
            old.awaitEnd();
            assertThat(thief.send("guest", "username", "ana").expectError("guest")).isEqualTo("name-taken");
        }
    }

    private static List<String> names(JsonObject list) {
        return list.getAsJsonArray("room").asList().stream().map(JsonElement::getAsString).toList();
    }
}
