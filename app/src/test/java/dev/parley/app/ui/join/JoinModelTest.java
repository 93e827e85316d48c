package dev.parley.app.ui.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.link.JoinOutcome;
import dev.parley.client.KnownHosts;
import dev.parley.protocol.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinModelTest {

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // made before each test
    private JoinRig rig;

    @BeforeEach
    void open() {
        rig = new JoinRig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private JoinModel started(boolean locked) {
        JoinModel model = rig.model(rig.located(locked, JoinRig.BEN));
        model.start();
        return model;
    }

    private static JoinState state(JoinModel model) {
        return model.stateProperty().get();
    }

    @Test
    void anOpenRoomOfAKnownHostNeedsNoQuestion() {
        JoinModel model = started(false);
        assertThat(state(model)).isInstanceOf(JoinState.Connecting.class);
        rig.letsIn();
        assertThat(rig.wishes).containsExactly("Crew Ana - false");
        assertThat(rig.navigator.calls).containsExactly("room Crew");
        assertThat(state(model)).isInstanceOf(JoinState.In.class);
    }

    @Test
    void aLockedRoomIsAskedForBeforeAnythingIsSent() {
        JoinModel model = started(true);
        assertThat(state(model)).isEqualTo(new JoinState.Password(false, OptionalInt.empty()));
        assertThat(rig.wishes).isEmpty();
        model.withPassword();
        assertThat(rig.wishes).as("an empty password is not tried").isEmpty();
        model.passwordProperty().set("comet");
        model.withPassword();
        assertThat(rig.wishes).containsExactly("Crew Ana comet false");
        rig.letsIn();
        assertThat(model.passwordProperty().get()).isEmpty();
    }

    @Test
    void aRoomThatTurnsOutToBeLockedAsksThen() {
        JoinModel model = started(false);
        rig.answers(new JoinOutcome.PasswordNeeded(false, Optional.empty()));
        assertThat(state(model)).isEqualTo(new JoinState.Password(false, OptionalInt.empty()));
    }

    @Test
    void wrongPasswordsAreCountedAndTheFifthWaitsForTheMinute() {
        JoinModel model = started(true);
        for (int left = 4; left >= 0; left--) {
            model.passwordProperty().set("wrong");
            model.withPassword();
            rig.answers(new JoinOutcome.PasswordNeeded(true, Optional.empty()));
            assertThat(state(model)).isEqualTo(new JoinState.Password(true, OptionalInt.of(left)));
            assertThat(model.passwordProperty().get()).isEmpty();
            rig.pass(Duration.ofSeconds(5));
        }
        assertThat(model.waitingProperty().get()).isEqualTo(35);
        model.passwordProperty().set("right");
        model.withPassword();
        assertThat(rig.wishes).as("nothing is sent while waiting").hasSize(5);
        rig.pass(Duration.ofSeconds(35));
        assertThat(model.waitingProperty().get()).isZero();
        model.withPassword();
        assertThat(rig.wishes).hasSize(6);
    }

    @Test
    void thePauseOfTheHostCountsDown() {
        JoinModel model = started(true);
        model.passwordProperty().set("x");
        model.withPassword();
        rig.answers(new JoinOutcome.Refused(ErrorCode.TOO_MANY_ATTEMPTS, "", Optional.of(Duration.ofMillis(2_500))));
        assertThat(model.waitingProperty().get()).isEqualTo(3);
        rig.pass(Duration.ofSeconds(2));
        assertThat(model.waitingProperty().get()).isEqualTo(1);
    }

    @Test
    void theFirstContactIsComparedAndThenTrusted() {
        JoinModel model = started(false);
        rig.answers(new JoinOutcome.FirstContact(JoinRig.BEN));
        assertThat(state(model)).isEqualTo(new JoinState.FirstContact(JoinRig.BEN));
        assertThat(rig.navigator.calls).isEmpty();
        model.goIn();
        assertThat(rig.wishes).last().isEqualTo("Crew Ana - true");
    }

    @Test
    void anotherKeyStopsBeforeAnythingIsSent() {
        rig.known.pin(JoinRig.PLACE, JoinRig.CREW, JoinRig.BEN);
        JoinModel model = rig.model(rig.located(true, JoinRig.EVE));
        model.start();
        assertThat(state(model)).isEqualTo(new JoinState.Changed(Optional.of(JoinRig.EVE)));
        model.trustNewKey();
        assertThat(state(model)).as("trust needs the deliberate step").isInstanceOf(JoinState.Changed.class);
        assertThat(rig.known.standing(JoinRig.PLACE, JoinRig.CREW, JoinRig.EVE)).isEqualTo(KnownHosts.Standing.CHANGED);
        assertThat(rig.wishes).isEmpty();
        model.askedProperty().set(true);
        model.trustNewKey();
        assertThat(rig.known.standing(JoinRig.PLACE, JoinRig.CREW, JoinRig.EVE)).isEqualTo(KnownHosts.Standing.KNOWN);
        assertThat(state(model)).isInstanceOf(JoinState.Password.class);
    }

    @Test
    void aKeyThatChangesWhileConnectingStopsToo() {
        JoinModel model = started(false);
        rig.answers(new JoinOutcome.HostChanged(JoinRig.EVE, "changed"));
        assertThat(state(model)).isEqualTo(new JoinState.Changed(Optional.of(JoinRig.EVE)));
    }

    @Test
    void aTakenNameIsChangedForThisRoomOnly() {
        JoinModel model = started(true);
        model.passwordProperty().set("comet");
        model.withPassword();
        rig.answers(new JoinOutcome.NameTaken("Ana"));
        assertThat(model.nameProperty().get()).isEqualTo("Ana 2");
        model.nameProperty().set("");
        model.withName();
        assertThat(rig.wishes).hasSize(1);
        model.nameProperty().set("Ana Lima");
        model.withName();
        assertThat(rig.wishes).last().isEqualTo("Crew Ana Lima comet false");
        assertThat(rig.settings.get().name()).contains("Ana");
    }

    @Test
    void refusalsSayWhatToDo() {
        JoinModel model = started(false);
        rig.answers(new JoinOutcome.Refused(ErrorCode.ROOM_FULL, "full", Optional.empty()));
        assertThat(state(model)).isInstanceOfSatisfying(JoinState.Refused.class,
                r -> assertThat(r.words()).isEqualTo("“Crew” is full. Try again when somebody has left."));
        model.tryAgain();
        rig.answers(new JoinOutcome.Refused(ErrorCode.RATE_LIMITED, "slow", Optional.of(Duration.ofSeconds(9))));
        assertThat(state(model)).isInstanceOfSatisfying(JoinState.Refused.class,
                r -> assertThat(r.words()).contains("9 s"));
        model.tryAgain();
        assertThat(rig.wishes).as("not before the time is up").hasSize(2);
    }

    @Test
    void anUnreachableHostNamesWhatWasTried() {
        JoinModel model = started(false);
        rig.answers(new JoinOutcome.CannotConnect("refused\u001b[31m"));
        assertThat(state(model)).isInstanceOfSatisfying(JoinState.Unreachable.class, failed -> {
            assertThat(failed.tried()).containsExactly("127.0.0.1:7420");
            assertThat(failed.reason()).doesNotContain("\u001b");
        });
        model.tryAgain();
        assertThat(state(model)).isInstanceOf(JoinState.Connecting.class);
    }

    @Test
    void backGivesUpWhatIsUnderWay() {
        JoinModel model = started(false);
        model.back();
        assertThat(rig.isGivenUp()).isTrue();
        rig.letsIn();
        assertThat(rig.navigator.calls).containsExactly("start");
    }
}
