package dev.parley.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.Limits;
import dev.parley.protocol.UserName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishedNameTest {

    @Test
    void aNameThatWasSaidIsNeverChanged() {
        assertThat(WishedName.of(Optional.of(new UserName("Ana")), "root").candidates()).containsExactly(new UserName("Ana"));
    }

    @Test
    void theAccountGetsANumberWhenTaken() {
        assertThat(WishedName.of(Optional.empty(), "ana").candidates())
                .startsWith(new UserName("ana"), new UserName("ana 2"), new UserName("ana 3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "public", "\u202Eabc", "a\tb  c", "\u0000", "DOMAIN\\user", "\uD800", "é"})
    void everyAccountGivesAName(String account) {
        assertThat(WishedName.of(Optional.empty(), account).candidates()).hasSize(9);
    }

    @Test
    void aLongAccountIsCut() {
        String name = WishedName.of(Optional.empty(), "x".repeat(500)).candidates().getLast().value();
        assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(Limits.NAME_CODE_POINTS);
    }
}
