package dev.parley.app.ui.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.memory.Settings;
import dev.parley.app.ui.Stages;
import dev.parley.app.ui.messages.emoji.EmojiArt;
import dev.parley.protocol.Entry;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.Notice;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;

/// Photographs of a conversation with many scripts, to be looked at.
class MessagesLookTest {

    private static final Actions NOTHING = new Actions() {
        @Override
        public void browse(String address) {}

        @Override
        public void follow(String invite) {}

        @Override
        public void sendAgain(MessageId refused, String text) {}
    };

    private static Talk conversation() {
        Talk talk = new Talk();
        talk.happens(Notice.Event.CREATED, "Ana");
        talk.says("Ana", "Welcome, everybody! Slides are at https://example.org/physics/2b_(week_3), questions go here.");
        talk.happens(Notice.Event.JOINED, "Ben", "Ольга");
        talk.happens(Notice.Event.JOINED, "健太");
        talk.happens(Notice.Event.LEFT, "Dana");
        talk.says("Ben", "Hi 👋");
        talk.says("يوسف", "صباح الخير، هل يمكنني الحصول على الرابط https://example.org/شرح من فضلك؟");
        talk.says("דנה", "בוקר טוב! הנוסחה היא `v = v0 + at` נכון?");
        talk.today();
        talk.says("Ben", "Did everyone get the worksheet? Page 2 has a mistake in the formula.");
        talk.says("Ben", "It should be `v = v₀ + a·t`, and **not** the one with *two* brackets.");
        talk.says("健太", "はい、届きました。ありがとう！🎉🎉");
        talk.says("健太", "👍🏽❤️🇯🇵");
        talk.says("Ольга", "Вот исправленная версия, и ещё очень длинное слово: " + "превысокомногорассмотрительствующий".repeat(4));
        talk.says("Ana", "Thanks! Try this for the last exercise:\n```\nfor t in range(0, 10):\n    print(t, v0 + a * t)\n```\nFive more minutes, then we compare. @Ben you start.");
        return talk;
    }

    private static EmojiArt art() {
        return new EmojiArt(Runnable::run, Platform::runLater);
    }

    private static MessagesModel told(Talk talk) {
        long read = talk.head();
        talk.says("A very long name that goes on and on and onward", "@Ana could you **share** it as a file? parley://192.168.1.20:7420/Physics%202B#abc");
        talk.says("Ben", "😂");
        Entry last = talk.says("Ben", "One\nmessage\nof\n\nseveral lines with  two  blanks and a tab\there, snake_case_name and 2*3*4.");
        MessagesModel model = talk.model();
        model.people().setAll("Ben", "健太", "Ольга", "Ana");
        model.readTo(read);
        model.joined(talk.head(), 0);
        talk.log.forEach(model::received);
        model.caughtUp(last.seq());
        return model;
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 724, 900, 100, light", "DARK, 724, 900, 100, dark", "LIGHT, 400, 900, 100, narrow",
        "DARK, 1600, 700, 100, wide", "LIGHT, 724, 900, 200, large", "LIGHT, 724, 900, 80, small"})
    void aConversationInManyScripts(Settings.Look look, double width, double height, int text, String name)
            throws Exception {
        Settings settings = Settings.standard().withLook(look).withTextSize(text);
        MessagesModel[] models = new MessagesModel[1];
        try (Stages stages = Stages.open(settings, width, height, () -> {
            models[0] = told(conversation());
            return new BorderPane(new MessagesView(models[0], NOTHING, art(), Talk.TEXTS));
        })) {
            WaitForAsyncUtils.waitForFxEvents();
            stages.photograph("messages-" + name + "-top");
            Stages.onFx(() -> {
                models[0].newest();
                models[0].sending(MessageId.next(), "On its way");
                models[0].refused(MessageId.next(), "This one was too late", "the host’s disk is full");
                return true;
            });
            assertThat(Files.size(stages.photograph("messages-" + name))).isGreaterThan(20_000);
        }
    }

    @Test
    void emptyLoadingAndFailed() throws Exception {
        Talk talk = new Talk();
        talk.happens(Notice.Event.CREATED, "Ana");
        try (Stages stages = Stages.open(Settings.standard().withLook(Settings.Look.LIGHT), 600, 300, () -> new BorderPane(
                new MessagesView(talk.joined(1), NOTHING, art(), Talk.TEXTS)))) {
            assertThat(Files.size(stages.photograph("messages-empty"))).isGreaterThan(1_000);
        }
        Talk offline = Talk.of(3).later(Duration.ofMinutes(10));
        MessagesModel model = new MessagesModel(Talk.ME,
                (_, _) -> CompletableFuture.<List<Entry>>failedFuture(new IllegalStateException("offline")),
                Talk.TIMES, Talk.TEXTS);
        model.joined(3, 1);
        offline.log.subList(1, 3).forEach(model::received);
        model.caughtUp(3);
        try (Stages stages = Stages.open(Settings.standard().withLook(Settings.Look.DARK), 600, 300, () -> new BorderPane(
                new MessagesView(model, NOTHING, art(), Talk.TEXTS)))) {
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(Files.size(stages.photograph("messages-failed"))).isGreaterThan(1_000);
        }
    }
}
