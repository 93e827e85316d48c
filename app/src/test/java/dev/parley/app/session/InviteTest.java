package dev.parley.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.RoomName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InviteTest {

    private static final Fingerprint KEY = FakeRoomClient.HOST;

    @ParameterizedTest
    @ValueSource(strings = {"Crew", "Physics 2B", "a/b#c?d%", "健太の部屋", "👍", "é", "100%", "-._~", "+"})
    void everyRoomNameSurvivesTheLink(String name) {
        Invite invite = new Invite(new Endpoint("192.168.1.20", 7421), new RoomName(name), Optional.of(KEY));
        assertThat(Invite.parse(invite.toString())).isEqualTo(invite);
        assertThat(invite.toString()).matches("[\\x21-\\x7e]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "fe80::1%eth0", "ana.local"})
    void everyHostSurvivesTheLink(String host) {
        Invite invite = new Invite(new Endpoint(host, 7420), new RoomName("Crew"), Optional.empty());
        assertThat(Invite.parse(invite.toString())).isEqualTo(invite);
    }

    @Test
    void looksAsTheContractSays() {
        Invite invite = new Invite(new Endpoint("10.0.0.1", 7420), new RoomName("Physics 2B"), Optional.of(KEY));
        assertThat(invite).hasToString("parley://10.0.0.1:7420/Physics%202B#" + KEY);
    }

    @Test
    void takesTheStandardPortAndAnyCaseOfTheScheme() {
        assertThat(Invite.parse(" PARLEY://host/Crew ").host()).isEqualTo(new Endpoint("host", 7420));
    }

    @ParameterizedTest
    @CsvSource({
        "https://host/Crew, bad-invite",
        "parley:host/Crew, bad-invite",
        "parley://host, invite-without-room",
        "parley://host/, invite-without-room",
        "parley:///Crew, bad-address",
        "parley://host:0/Crew, bad-port",
        "parley://host/%20, invite-room",
        "parley://host/%1B%5B2J, invite-room",
        "parley://host/%, bad-invite",
        "parley://host/%2, bad-invite",
        "parley://host/%zz, bad-invite",
        "parley://host/%FF%FE, bad-invite",
        "parley://host/Crew#short, invite-fingerprint",
    })
    void saysWhatIsWrong(String link, String code) {
        assertThatThrownBy(() -> Invite.parse(link))
                .isInstanceOfSatisfying(SessionException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void refusesALinkWithoutEnd() {
        assertThatThrownBy(() -> Invite.parse("parley://host/" + "a".repeat(5_000))).isInstanceOf(SessionException.class);
    }
}
