package dev.parley.app.ui.messages.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmojiListTest {

    private final EmojiList list = EmojiList.load();

    @Test
    void everyCategoryIsThere() {
        assertThat(list.categories()).containsExactly("people", "animals", "food", "travel", "activities", "objects",
                "symbols", "flags");
    }

    @Test
    void namesComeBeforeDescriptionsInASearch() {
        assertThat(list.find("party")).extracting(Emoji::name).contains("partying_face");
        assertThat(list.find("heart").getFirst().name()).contains("heart");
        assertThat(list.find(" ")).isEmpty();
        assertThat(list.find("no such thing")).isEmpty();
    }

    @Test
    void theLongestSequenceWins() {
        String family = "👨‍👩‍👧";
        assertThat(list.at(family + "x", 0)).hasValueSatisfying(f -> assertThat(f.end()).isEqualTo(family.length()));
        assertThat(list.of("❤")).isEqualTo(list.of("❤️"));
    }

    @Test
    void everyEmojiHasATileOfItsOwn() {
        assertThat(list.categories().stream().flatMap(c -> list.in(c).stream()))
                .extracting(e -> e.sheet() * 64 + e.row() * 8 + e.column()).doesNotHaveDuplicates().hasSize(1_906);
    }
}
