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
import dev.parley.log.AuditEvent;
import dev.parley.log.AuditRecord;
import dev.parley.log.AuditType;
import dev.parley.protocol.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String GUESS = "incorrect donkey";

    @TempDir
    Path folder;

    @Test
    void aWrongPasswordIsRefusedAndTheRightOneStillWorks() {
        try (TestHost host = new TestHost(folder).open(PASSWORD); TestMember eve = new TestMember("Eve", host.port(), folder)) {
            assertThat(guess(eve, GUESS, 1).code()).isEqualTo(ErrorCode.WRONG_PASSWORD);
            eve.join(ROOM, PASSWORD);
            eve.say(ROOM, "in");
            eve.awaitTexts(1);
        }
    }

    @Test
    void afterFiveGuessesTheAddressHasToWait() {
        try (TestHost host = new TestHost(folder).open(PASSWORD); TestMember eve = new TestMember("Eve", host.port(), folder)) {
            for (int i = 1; i <= 5; i++) {
                assertThat(guess(eve, GUESS + i, i).code()).isEqualTo(ErrorCode.WRONG_PASSWORD);
            }
            JoinFailed held = guess(eve, PASSWORD, 6);
            assertThat(held.code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
            assertThat(held.retryAfter()).hasValueSatisfying(wait ->
                    assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(12)));
            assertThat(eve.entries()).isEmpty();
        }
    }

    @Test
    void guessesAtTheSameTimeDoNotHelp() throws IOException {
        try (TestHost host = new TestHost(folder, Settings.guests(true, true)).open(PASSWORD)) {
            List<PlainClient> all = Stream.generate(() -> connect(host.port())).limit(12).toList();
            for (int i = 0; i < all.size(); i++) {
                all.get(i).send("guest", "username", "eve" + i).expect("guest");
            }
            for (PlainClient one : all) {
                one.send("enter", "room", "Lobby", "password", GUESS);
            }
            List<String> answers = all.stream().map(c -> c.expectError("enter")).toList();
            assertThat(answers.stream().filter("wrong-password"::equals)).hasSize(5);
            assertThat(answers.stream().filter("too-many-attempts"::equals)).hasSize(7);
            for (PlainClient one : all) {
                one.close();
            }
        }
    }

    @Test
    void aProofOfThePasswordOfBeforeLetsNobodyIn() throws IOException {
        try (TestHost host = new TestHost(folder).open(PASSWORD); PlainClient ana = RichByHand.logIn(host.port(), "Ana")) {
            JsonObject challenge = ana.send("join", "room", "Lobby").expect("challenge");
            PasswordParameters parameters = PasswordParameters.parse(challenge.get("salt").getAsString(), challenge.get("memoryKib").getAsInt(),
                    challenge.get("iterations").getAsInt(), challenge.get("lanes").getAsInt()).orElseThrow();
            try (PasswordSecret secret = PasswordSecret.derive(PASSWORD.toCharArray(), parameters);
                    PasswordProof proof = PasswordProof.client(secret, TlsExporter.of(ana.session()).channelBinding(), "Lobby", new SecureRandom())) {
                String round1 = proof.round1();
                proof.acceptRound1(challenge.get("round1").getAsString());
                ana.send("prove-rounds", "room", "Lobby", "round1", round1, "round2", proof.round2());
                proof.acceptRound2(ana.expect("prove-rounds").get("round2").getAsString());
                host.server().changePassword(ROOM, Optional.of("another one".toCharArray()));

                ana.send("prove-key", "room", "Lobby", "mac", proof.mac());

                assertThat(ana.expectError("join")).isEqualTo("wrong-password");
                assertThat(host.server().rooms().getFirst().members()).isZero();
            }
        }
    }

    @Test
    void theHostLearnsOfTheFailureAndNothingElse() throws IOException {
        try (TestHost host = new TestHost(folder).open(PASSWORD); TestMember eve = new TestMember("Eve", host.port(), folder)) {
            guess(eve, GUESS, 1);
            List<AuditEvent> failures = Awaitility.await().atMost(TestMember.PATIENCE).until(() -> events(host, AuditType.JOIN_FAILED), l -> !l.isEmpty());
            assertThat(failures).hasSize(1).allSatisfy(e -> {
                assertThat(e.room()).contains(ROOM);
                assertThat(e.person().map(Object::toString)).contains("Eve");
            });
            assertThat(events(host, AuditType.USER_JOINED)).isEmpty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain(GUESS).doesNotContain(PASSWORD);
            }
        }
    }

    @Test
    void theWayInIsOpenAgainAfterAReconnectWithoutAskingThePerson() throws IOException {
        try (TestHost host = new TestHost(folder).open(PASSWORD);
                ImpairmentProxy proxy = new ImpairmentProxy(host.port(), Impairment.NONE, 1);
                TestMember ana = new TestMember("Ana", proxy.port(), folder).join(ROOM, PASSWORD)) {
            proxy.cut();
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ana.events(ClientEvent.Joined.class).size() == 2);
            ana.say(ROOM, "back");
            ana.awaitTexts(1);
        }
    }

    private static PlainClient connect(int port) {
        try {
            return new PlainClient(port);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<AuditEvent> events(TestHost host, AuditType type) {
        return host.log().auditBefore(Long.MAX_VALUE, 500).stream().map(AuditRecord::event).filter(e -> e.type() == type).toList();
    }

    /// @param nth number of the failure that is expected
    private static JoinFailed guess(TestMember member, String password, int nth) {
        member.client().join(ROOM, Optional.of(password.toCharArray()), OptionalLong.empty());
        return Awaitility.await().atMost(TestMember.PATIENCE).until(() -> member.events(JoinFailed.class), l -> l.size() == nth).getLast();
    }
}
