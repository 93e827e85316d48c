package dev.parley.app.ui.messages.composer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComposerModelTest {

    private final ComposerModel model = new ComposerModel(FXCollections.observableArrayList("Ben", "Bea Ström", "健太", "Ольга"));
    private final List<String> sent = new ArrayList<>();

    @BeforeEach
    void collect() {
        model.onSend(sent::add);
    }

    private void send(String text) {
        model.textProperty().set(text);
        model.send();
    }

    @Test
    void sendingEmptiesTheDraftAndKeepsIndentation() {
        send("\n\n  indented\nsecond\n\n");
        assertThat(sent).containsExactly("  indented\nsecond");
        assertThat(model.textProperty().get()).isEmpty();
    }

    @Test
    void nothingIsSentThatIsBlankTooLongOrBlocked() {
        send(" \n ");
        send("x".repeat(Limits.TEXT_CODE_POINTS + 1));
        assertThat(model.remaining().get()).isEqualTo(-1);
        model.blockedProperty().set(Optional.of("read-only"));
        send("hello");
        assertThat(sent).isEmpty();
        assertThat(model.textProperty().get()).isEqualTo("hello");
    }

    @Test
    void anEmojiIsOneCharacterForTheLimit() {
        model.textProperty().set("😀".repeat(Limits.TEXT_CODE_POINTS));
        assertThat(model.remaining().get()).isZero();
        assertThat(model.sendable().get()).isTrue();
    }

    @Test
    void upAndDownWalkThroughWhatWasSent() {
        send("one");
        send("two");
        assertThat(model.recallEarlier()).isTrue();
        assertThat(model.textProperty().get()).isEqualTo("two");
        assertThat(model.recallEarlier()).isTrue();
        assertThat(model.textProperty().get()).isEqualTo("one");
        assertThat(model.recallEarlier()).isFalse();
        assertThat(model.recallLater()).isTrue();
        assertThat(model.recallLater()).isTrue();
        assertThat(model.textProperty().get()).isEmpty();
        assertThat(model.recallLater()).isFalse();
    }

    @Test
    void aDraftIsNotLostToRecalling() {
        send("one");
        model.textProperty().set("a draft");
        assertThat(model.recallEarlier()).isFalse();
        assertThat(model.textProperty().get()).isEqualTo("a draft");
    }

    @Test
    void onlyAPersonTypes() {
        List<String> typed = new ArrayList<>();
        model.onTyping(() -> typed.add(model.textProperty().get()));
        model.draft("kept");
        assertThat(typed).isEmpty();
        model.textProperty().set("kept!");
        assertThat(typed).containsExactly("kept!");
    }

    @Test
    void namesAreCompletedAfterAnAtSign() {
        model.textProperty().set("hello @be");
        assertThat(model.completion(9)).hasValueSatisfying(c -> {
            assertThat(c.start()).isEqualTo(6);
            assertThat(c.names()).containsExactly("Bea Ström", "Ben");
        });
        model.textProperty().set("hello @Bea s");
        assertThat(model.completion(12)).hasValueSatisfying(c -> assertThat(c.names()).containsExactly("Bea Ström"));
        model.textProperty().set("mail@be");
        assertThat(model.completion(7)).isEmpty();
        model.textProperty().set("@zz");
        assertThat(model.completion(3)).isEmpty();
    }
}
