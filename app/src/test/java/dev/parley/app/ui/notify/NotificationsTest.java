package dev.parley.app.ui.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.memory.Settings;
import dev.parley.app.ui.room.FakeRoom;
import dev.parley.app.ui.room.RoomModel;
import dev.parley.app.ui.room.RoomRig;
import dev.parley.client.ClientEvent;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.UserName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationsTest {

    private final List<String> shown = new ArrayList<>();
    private final FakeRoom crew = new FakeRoom("Crew", 'A', "Ana", false);
    private final FakeRoom lab = new FakeRoom("Lab", 'A', "Ana", false);
    private Settings settings = Settings.standard();
    private long now;
    private int sounds;

    private Notifications notifications;
    private RoomRig rig;
    private RoomModel crewModel;

    @BeforeEach
    void enter(@TempDir Path folder) {
        rig = new RoomRig(folder);
        crewModel = rig.enter(crew, false);
        rig.enter(lab, false);
        rig.rooms.show(crew.key());
        rig.rooms.visibleProperty().set(true);
        notifications = new Notifications(rig.rooms, () -> settings, (title, text) -> shown.add(title + " | " + text),
                () -> sounds++, Runnable::run, () -> now, rig.texts);
    }

    @AfterEach
    void close() {
        notifications.close();
        rig.close();
    }

    private void pass(Duration time) {
        now += time.toNanos();
        notifications.tick();
    }

    @Test
    void whatIsOnTheScreenIsNotAnnounced() {
        rig.rooms.focusedProperty().set(true);
        crew.says("Ben", "hello");
        assertThat(shown).isEmpty();
        assertThat(sounds).isZero();
        lab.says("Ben", "in the other room");
        assertThat(shown).containsExactly("Ben in Lab | in the other room");
        assertThat(sounds).isOne();
    }

    @Test
    void aWindowInTheBackgroundIsAnnouncedButNeverWhatWeSayOurselves() {
        crew.says("Ana", "mine");
        crew.says("Ben", "hello\nthere \u202Eevil");
        assertThat(shown).containsExactly("Ben in Crew | hello there \uFFFDevil");
    }

    @Test
    void manyMessagesAreSummedUp() {
        for (int i = 0; i < 6; i++) {
            crew.says("Ben", "hello " + i);
        }
        assertThat(shown).containsExactly("Ben in Crew | hello 0");
        assertThat(sounds).isOne();
        pass(Duration.ofSeconds(4));
        assertThat(shown).hasSize(1);
        pass(Duration.ofSeconds(1));
        assertThat(shown).hasSize(2).last().isEqualTo("Crew | 5 new messages");
        pass(Duration.ofSeconds(5));
        assertThat(shown).hasSize(2);
        crew.says("Ben", "later");
        assertThat(shown).hasSize(3).last().isEqualTo("Ben in Crew | later");
        assertThat(sounds).isEqualTo(2);
    }

    @Test
    void mutedMeansMuted() {
        crewModel.mutedProperty().set(true);
        crew.says("Ben", "@Ana look");
        assertThat(shown).isEmpty();
        assertThat(sounds).isZero();
        assertThat(notifications.titleProperty().getValue()).isEqualTo("Parley");
    }

    @Test
    void settingsAreRespected() {
        settings = settings.withSounds(false);
        crew.says("Ben", "one");
        assertThat(sounds).isZero();
        settings = settings.withSounds(true).withNotifications(false);
        crew.says("Ben", "two");
        pass(Duration.ofSeconds(9));
        assertThat(shown).hasSize(1);
        assertThat(sounds).isOne();
    }

    @Test
    void theTitleCountsWhatNobodyHasSeen() {
        assertThat(notifications.titleProperty().getValue()).isEqualTo("Parley");
        crew.says("Ben", "one");
        lab.says("Ben", "two");
        assertThat(notifications.titleProperty().getValue()).isEqualTo("(2) Parley");
    }

    @Test
    void wordsForUsAloneAndLongWordsAreShownShort() {
        crew.emit(new ClientEvent.Whispered(crew.key().room(), new UserName("Ben"), new UserName("Ana"), new MessageText("x".repeat(900))));
        assertThat(shown).singleElement().satisfies(s -> {
            assertThat(s).startsWith("Ben writes to you privately | xxx").endsWith("…");
            assertThat(s.length()).isLessThan(240);
        });
    }

    @Test
    void hostileWordsStayArguments(@TempDir Path folder) throws Exception {
        Path program = Files.createFile(folder.resolve("notify-send"));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Notifier linux = Notifier.system(Map.of("PATH", "relative:" + folder), "Linux");
        assertThat(linux).isEqualTo(new SendNotifier(program));
        assertThat(new SendNotifier(program).words("--help", "<b>&</b>; rm -rf /")).endsWith("--", "--help", "&lt;b&gt;&amp;&lt;/b&gt;; rm -rf /");
        assertThat(new ScriptNotifier(program).words("a", "\" & quit & \"")).endsWith("--", "a", "\" & quit & \"");
        assertThat(Notifier.system(Map.of("PATH", "/nowhere"), "Linux")).isEqualTo(Notifier.NONE);
    }

    @Test
    void withoutASoundCardNothingFails() {
        new Sound().run();
    }
}
