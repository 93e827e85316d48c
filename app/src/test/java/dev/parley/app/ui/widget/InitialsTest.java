package dev.parley.app.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {

    @ParameterizedTest
    @CsvSource({"Ana, AN", "Ana Lima, AL", "ben, BE", "健太, 健", "Ольга, ОЛ", "x, X", "Workshop: soldering, WS",
        "Physics 2B, P2", "👩‍🚀 Crew, 👩‍🚀C", "'  ', ?", "山田 太郎, 山", "عمر خالد, عخ"})
    void standForTheName(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }
}
