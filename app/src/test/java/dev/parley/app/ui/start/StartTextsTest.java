package dev.parley.app.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.Texts;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every choice of these screens has its words.
class StartTextsTest {

    @Test
    void everyChoiceHasItsWords() {
        Texts texts = Texts.ofWindow(Locale.ENGLISH);
        for (Newcomers n : Newcomers.values()) {
            assertThat(texts.has("start.newcomers-" + n.key())).isTrue();
        }
        for (Keeping k : Keeping.values()) {
            assertThat(texts.has("start.keeping-" + k.key())).isTrue();
        }
        for (IdleTime i : IdleTime.values()) {
            assertThat(texts.has("start.idle-" + i.key())).isTrue();
        }
        for (String why : Set.of("none", "short", "common", "row", "fair", "good", "strong", "words")) {
            assertThat(texts.has("start.strength-" + why)).isTrue();
        }
        assertThat(texts.get("start.near-locked", "Ben", 0)).isEqualTo("Hosted by Ben · nobody inside");
        assertThat(texts.get("start.near-locked", "Ben", 1)).isEqualTo("Hosted by Ben · 1 person");
        assertThat(texts.get("start.near-locked", "Ben", 1204)).isEqualTo("Hosted by Ben · 1,204 people");
    }
}
