package dev.parley.app.ui.network;

import dev.parley.app.Texts;
import dev.parley.discovery.Finding;
import dev.parley.protocol.VisibleText;
import java.util.List;
import java.util.Locale;

/// A finding of the network check in the words of the window.
///
/// @param level how bad it is
/// @param words what was found
/// @param remedy what to do about it; empty if nothing has to be done
public record FindingText(Finding.Level level, String words, String remedy) {

    static FindingText of(Finding finding, Texts texts) {
        String key = "network." + finding.code() + "-" + finding.level().name().toLowerCase(Locale.ROOT);
        Object[] facts = facts(finding.code()).stream()
                .map(fact -> VisibleText.line(finding.facts().getOrDefault(fact, "")))
                .toArray();
        if (!texts.has(key)) {
            return new FindingText(finding.level(), finding.code() + " " + finding.facts(), "");
        }
        String remedy = texts.has(key + "-do") ? texts.get(key + "-do", facts) : "";
        return new FindingText(finding.level(), texts.get(key, facts), remedy);
    }

    /// The facts of a finding in the order of the arguments of its text.
    private static List<String> facts(String code) {
        return switch (code) {
            case "card" -> List.of("name", "address", "interface");
            case "several-cards", "vpn" -> List.of("interfaces");
            case "multicast", "broadcast", "tcp" -> List.of("interface", "address", "port");
            case "port-free", "host-here", "port-used" -> List.of("port");
            case "hosts-seen" -> List.of("hosts");
            default -> List.of();
        };
    }
}
