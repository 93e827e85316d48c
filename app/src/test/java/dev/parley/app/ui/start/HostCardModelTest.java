package dev.parley.app.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostCardModelTest {

    private static final String OWN = "C".repeat(42) + "A";

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // made before each test
    private Rig rig;

    @SuppressWarnings("NullAway.Init") // made before each test
    private HostCardModel card;

    @BeforeEach
    void open() {
        rig = new Rig(folder, "Ana");
        card = rig.model.hosting();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void suggestsARoomNameUntilThePersonChoosesOne() {
        assertThat(card.roomProperty().get()).isEqualTo("Ana’s room");
        rig.model.name().typedProperty().set("健太");
        assertThat(card.roomProperty().get()).isEqualTo("健太’s room");
        card.roomProperty().set("Physics");
        rig.model.name().typedProperty().set("Ben");
        assertThat(card.roomProperty().get()).isEqualTo("Physics");
    }

    @Test
    void aLongNameStillGivesAValidSuggestion() {
        rig.model.name().typedProperty().set("x".repeat(48));
        assertThat(card.roomProperty().get()).isEqualTo("My room");
        assertThat(card.roomProblemProperty().get()).isEmpty();
    }

    @Test
    void hostsWhatWasFilledIn() {
        card.roomProperty().set("  Physics \u3000 2B ");
        card.passwordProperty().set("comet lantern");
        card.newcomersProperty().set(Newcomers.LAST_50);
        card.idleProperty().set(IdleTime.NEVER);
        card.portProperty().set("7500");
        card.start();
        assertThat(rig.hosted).containsExactly("Physics 2B comet lantern Last[entries=50] PT0S OptionalInt[7500]");
        assertThat(card.busyProperty().get()).isTrue();
        card.start();
        assertThat(rig.hosted).as("once only").hasSize(1);
        rig.complete(new HostResult.Started(Rig.key(OWN, "Physics 2B")));
        assertThat(rig.navigator.calls).containsExactly("room Physics 2B");
        assertThat(card.passwordProperty().get()).isEmpty();
        assertThat(card.busyProperty().get()).isFalse();
    }

    @Test
    void whatCannotBeIsSaidWhileTyping() {
        card.roomProperty().set(" ");
        assertThat(card.roomProblemProperty().get()).isEqualTo("A name is needed.");
        card.roomProperty().set("x".repeat(49));
        assertThat(card.roomProblemProperty().get()).contains("48");
        card.roomProperty().set("a\u202Eb");
        assertThat(card.roomProblemProperty().get()).contains("cannot be shown");
        card.start();
        card.roomProperty().set("Crew");
        card.portProperty().set("70000");
        assertThat(card.portProblemProperty().get()).contains("65535");
        card.start();
        card.portProperty().set("");
        card.passwordProperty().set("x".repeat(257));
        assertThat(card.passwordProblemProperty().get()).contains("256");
        card.start();
        assertThat(rig.hosted).isEmpty();
    }

    @Test
    void aTakenPortIsReplacedInPlace() {
        card.start();
        rig.complete(new HostResult.PortTaken(7420, 7421));
        assertThat(card.takenProperty().get()).isPresent();
        card.useFreePort();
        assertThat(rig.hosted).last().asString().endsWith("OptionalInt[7421]");
        assertThat(card.takenProperty().get()).isEmpty();
        rig.complete(new HostResult.Failed("The disk is full."));
        assertThat(card.failureProperty().get()).isEqualTo("The disk is full.");
        assertThat(card.busyProperty().get()).isFalse();
    }

    @Test
    void aRoomOfBeforeGoesOnInsteadOfLosingItsPassword() {
        rig.remember(OWN, "Physics", "Ana", true, true, Duration.ofDays(1));
        card.roomProperty().set("Physics");
        assertThat(card.againProperty().get()).isTrue();
        card.start();
        assertThat(rig.hosted).containsExactly("again Physics OptionalInt.empty");
        rig.complete(new HostResult.PortTaken(7420, 7421));
        card.useFreePort();
        assertThat(rig.hosted).last().isEqualTo("again Physics OptionalInt[7421]");
    }

    @Test
    void onTheFirstRunTheNameIsTakenByGoingOn() {
        try (Rig first = new Rig(folder.resolve("first"), "")) {
            NameModel name = first.model.name();
            assertThat(name.askedProperty().get()).isTrue();
            assertThat(name.typedProperty().get()).isEqualTo("ana");
            name.typedProperty().set("public");
            first.model.hosting().start();
            assertThat(first.hosted).isEmpty();
            assertThat(name.problemProperty().get()).contains("everyone");
            name.typedProperty().set(" Ana  Lima ");
            first.model.hosting().start();
            assertThat(first.hosted).hasSize(1);
            assertThat(first.settings.get().name()).contains("Ana Lima");
            assertThat(name.askedProperty().get()).isFalse();
        }
    }

    @Test
    void aLinkDoesNotSkipTheQuestionForTheName() {
        String link = "parley://127.0.0.1:7420/Crew#" + HandLookout.BEN;
        try (Rig first = new Rig(folder.resolve("first"), "")) {
            first.model.openLink(link);
            assertThat(first.navigator.calls).isEmpty();
            assertThat(first.model.address().typedProperty().get()).isEqualTo(link);
            first.model.address().go();
            assertThat(first.navigator.calls).containsExactly("join Crew");
        }
        rig.model.openLink(link);
        assertThat(rig.navigator.calls).containsExactly("join Crew");
    }
}
