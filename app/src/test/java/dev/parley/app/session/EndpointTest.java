package dev.parley.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest
    @CsvSource({
        "192.168.1.20, 192.168.1.20, 7420",
        "192.168.1.20:7421, 192.168.1.20, 7421",
        "ana-laptop.local, ana-laptop.local, 7420",
        "::1, ::1, 7420",
        "[::1], ::1, 7420",
        "[fe80::1%eth0]:9000, fe80::1%eth0, 9000",
        "' host:1 ', host, 1",
    })
    void readsWhatPeopleWrite(String text, String host, int port) {
        assertThat(Endpoint.parse(text)).isEqualTo(new Endpoint(host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":7420", "[::1", "[::1]x", "a b", "user@host", "host/room"})
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> Endpoint.parse(text)).isInstanceOfSatisfying(SessionException.class, e -> {
            assertThat(e.code()).isEqualTo("bad-address");
            assertThat(e.problem()).isEqualTo(Problem.USAGE);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"host:", "host:0", "host:65536", "host:7x", "host:-1", "host:999999999999"})
    void refusesWhatIsNoPort(String text) {
        assertThatThrownBy(() -> Endpoint.parse(text))
                .isInstanceOfSatisfying(SessionException.class, e -> assertThat(e.code()).isEqualTo("bad-port"));
    }

    @Test
    void printsBracketsAroundIpv6Only() {
        assertThat(new Endpoint("::1", 7420)).hasToString("[::1]:7420");
        assertThat(new Endpoint("10.0.0.1", 7420)).hasToString("10.0.0.1:7420");
    }

    @Test
    void saysThatAHostIsUnknown() {
        assertThatThrownBy(() -> Endpoint.parse("no-such-host.invalid").resolve())
                .isInstanceOfSatisfying(SessionException.class, e -> assertThat(e.problem()).isEqualTo(Problem.CANNOT_CONNECT));
    }
}
