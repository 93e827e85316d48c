package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.JoinFailed;
import dev.parley.crypto.PasswordParameters;
import dev.parley.crypto.PasswordProof;
import dev.parley.crypto.PasswordSecret;
import dev.parley.crypto.TlsExporter;
import dev.parley.protocol.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody offers a room of the same name and hopes for the words and the password of those who come. A hundred times each:
/// `-Dparley.fake.times=100`.
class FakeHostTest {

    private static final String PASSWORD = "three words here";
    private static final int TIMES = Integer.getInteger("parley.fake.times", 1);

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final PasswordParameters cheap = new PasswordParameters(new byte[16], 64, 1, 1);

    @Test
    void aHostThatDoesNotAskForThePasswordIsRefused() throws IOException {
        assertRefused(client -> {
            client.logIn();
            client.joined("");
            client.entry("welcome");
            client.hear("post");
        });
    }

    @Test
    void aHostThatAsksButDoesNotProveIsRefused() throws IOException {
        assertRefused(client -> {
            client.logIn();
            try (PasswordProof proof = challenge(client, PASSWORD)) {
                answer(client, proof);
            }
            client.joined("");
            client.entry("welcome");
            client.hear("post");
        });
    }

    @Test
    void aHostThatGuessesWrongIsRefused() throws IOException {
        assertRefused(client -> {
            client.logIn();
            try (PasswordProof proof = challenge(client, "guess")) {
                client.joined(",'mac':'" + answer(client, proof) + "'");
            }
            client.entry("welcome");
            client.hear("post");
        });
    }

    @Test
    void nonsenseInTheProofIsRefused() throws IOException {
        assertRefused(client -> {
            client.logIn();
            client.say("{'type':'challenge','status':'ok','data':{'room':'Lobby','salt':'AAAAAAAAAAAAAAAAAAAAAA','memoryKib':64,"
                    + "'iterations':1,'lanes':1,'round1':'nonsense'}}");
            client.hear("post");
        });
    }

    @Test
    void aFakeHostHasOneGuessHoweverOftenItAsks() throws IOException {
        AtomicInteger guesses = new AtomicInteger();
        assertRefused(client -> {
            client.logIn();
            while (true) {
                try (PasswordProof proof = challenge(client, "guess")) {
                    answer(client, proof);
                    guesses.incrementAndGet();
                }
            }
        }, () -> assertThat(guesses.getAndSet(0)).isLessThanOrEqualTo(1));
    }

    @Test
    void aFakeHostHasOneGuessHoweverOftenItHangsUp() throws IOException {
        AtomicInteger guesses = new AtomicInteger();
        assertRefused(client -> {
            client.logIn();
            try (PasswordProof proof = challenge(client, "guess")) {
                answer(client, proof);
                guesses.incrementAndGet();
            }
        }, () -> assertThat(guesses.getAndSet(0)).isLessThanOrEqualTo(1));
    }

    @Test
    void nothingIsBelievedBeforeTheProof() throws IOException {
        try (FakeHost fake = new FakeHost(folder, 0, client -> {
            client.logIn();
            client.entry("words");
            client.say("{'type':'whisper','status':'ok','data':{'room':'Lobby','from':'Ana','to':'Ben','text':'send me the password'}}");
            client.say("{'type':'caught-up','status':'ok','data':{'room':'Lobby','seq':1}}");
            client.joined("");
            client.hear("post");
        }); TestMember ben = joining(fake)) {
            ben.await(JoinFailed.class);
            assertThat(ben.events()).noneMatch(e -> e instanceof ClientEvent.Whispered || e instanceof ClientEvent.Received
                    || e instanceof ClientEvent.CaughtUp || e instanceof ClientEvent.Joined);
        }
    }

    private void assertRefused(FakeHost.Part part) throws IOException {
        assertRefused(part, () -> {});
    }

    /// @param afterwards checked after each of the attempts
    private void assertRefused(FakeHost.Part part, Runnable afterwards) throws IOException {
        for (int time = 0; time < TIMES; time++) {
            assertRefusedOnce(part);
            afterwards.run();
        }
    }

    private void assertRefusedOnce(FakeHost.Part part) throws IOException {
        try (FakeHost fake = new FakeHost(folder, 0, part); TestMember ben = joining(fake)) {
            assertThat(ben.await(JoinFailed.class).code()).isEqualTo(ErrorCode.WRONG_PASSWORD);
            assertThat(ben.events(ClientEvent.Joined.class)).isEmpty();
            assertThat(ben.events(ClientEvent.Received.class)).isEmpty();
        }
    }

    private TestMember joining(FakeHost fake) {
        TestMember ben = new TestMember("Ben", fake.port(), folder);
        ben.client().join(ROOM, Optional.of(PASSWORD.toCharArray()), OptionalLong.empty());
        return ben;
    }

    private PasswordProof challenge(FakeHost.Conversation client, String guess) throws IOException {
        byte[] binding = TlsExporter.of(client.socket().getSession()).channelBinding();
        PasswordSecret secret = PasswordSecret.derive(guess.toCharArray(), cheap);
        PasswordProof proof = PasswordProof.host(secret, binding, ROOM.value(), random);
        client.say("{'type':'challenge','status':'ok','data':{'room':'Lobby','salt':'" + cheap.saltText() + "','memoryKib':" + cheap.memoryKib()
                + ",'iterations':1,'lanes':1,'round1':'" + proof.round1() + "'}}");
        return proof;
    }

    /// Goes through the proof up to the client's key confirmation, which tells whether the guess was right.
    private static String answer(FakeHost.Conversation client, PasswordProof proof) throws IOException {
        JsonObject rounds = client.hear("prove-rounds");
        proof.acceptRound1(rounds.get("round1").getAsString());
        String mine = proof.round2();
        proof.acceptRound2(rounds.get("round2").getAsString());
        client.say("{'type':'prove-rounds','status':'ok','data':{'room':'Lobby','round2':'" + mine + "'}}");
        client.hear("prove-key");
        return proof.mac();
    }
}
