package dev.parley.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.Texts;
import dev.parley.discovery.Finding;
import dev.parley.discovery.Finding.Level;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingWordsTest {

    private static final Map<String, String> FACTS = Map.ofEntries(
            Map.entry("interface", "eth0"), Map.entry("name", "Ethernet"), Map.entry("address", "10.0.0.1"),
            Map.entry("kind", "LAN"), Map.entry("interfaces", "eth0, wlan0"), Map.entry("port", "7420"),
            Map.entry("host", "Ana"), Map.entry("id", "x"), Map.entry("tcp", "used"), Map.entry("udp", "free"),
            Map.entry("hosts", "2"), Map.entry("broadcast", "1"), Map.entry("dnssd", "2"), Map.entry("check", "hosts"));

    private final FindingWords words = new FindingWords(new Texts(Locale.ENGLISH));

    @ParameterizedTest
    @CsvSource({
        "card, OK", "no-network, FAIL", "only-loopback, FAIL", "several-cards, WARN", "vpn, WARN", "multicast, OK",
        "multicast, WARN", "port-free, OK", "host-here, OK", "port-used, FAIL", "tcp, OK", "tcp, FAIL", "broadcast, OK",
        "broadcast, WARN", "hosts-seen, OK", "hosts-seen, WARN", "unfinished, WARN",
    })
    void everyFindingHasWordsAndEveryPlaceIsFilled(String code, Level level) {
        Finding finding = new Finding(level, code, FACTS);
        assertThat(new Texts(Locale.ENGLISH).has(FindingWords.key(finding))).isTrue();
        assertThat(words.of(finding)).doesNotContain("{").doesNotContain("''");
    }

    @Test
    void factsCannotTouchTheTerminal() {
        assertThat(words.of(new Finding(Level.OK, "card", Map.of("name", "\u001B[2J")))).doesNotContain("\u001B");
    }

    @Test
    void anUnknownFindingIsShownAsItIs() {
        assertThat(words.of(new Finding(Level.WARN, "later", Map.of("a", "b")))).isEqualTo("later {a=b}");
    }
}
