package dev.parley.app.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordStrengthTest {

    @ParameterizedTest
    @CsvSource({
        "abc, WEAK, common",
        "password1!, WEAK, common",
        "12345678, WEAK, row",
        "aaaaaaaaaaaa, WEAK, row",
        "qwertyuiop, WEAK, row",
        "kx7, WEAK, short",
        "kofmtz, FAIR, fair",
        "Kof7mtzw, GOOD, good",
        "Kof7mtzw-P2vq, STRONG, strong",
        "comet lantern fig, GOOD, words",
        "comet lantern fig silver boat, STRONG, words",
        "собака дождь окно, GOOD, words"
    })
    void judgesAsAPersonWhoGuessesWould(String password, PasswordStrength.Level level, String why) {
        assertThat(PasswordStrength.of(password)).isEqualTo(new PasswordStrength(level, why));
    }

    @Test
    void nothingIsNotWeak() {
        assertThat(PasswordStrength.of("").level()).isEqualTo(PasswordStrength.Level.NONE);
    }
}
