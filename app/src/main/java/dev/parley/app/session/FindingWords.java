package dev.parley.app.session;

import dev.parley.app.Texts;
import dev.parley.discovery.Finding;
import dev.parley.protocol.VisibleText;
import java.util.Locale;
import java.util.Map;

/// What a finding of the network check means, and what to do about it. The text is `doctor.<code>.<level>`; `{fact}`
/// in it stands for that fact.
///
/// @param texts our words
public record FindingWords(Texts texts) {

    public String of(Finding finding) {
        String key = key(finding);
        String words = texts.has(key) ? texts.bundle().getString(key) : finding.code() + " " + finding.facts();
        for (Map.Entry<String, String> fact : finding.facts().entrySet()) {
            words = words.replace("{" + fact.getKey() + "}", VisibleText.line(fact.getValue()));
        }
        return words;
    }

    static String key(Finding finding) {
        return "doctor." + finding.code() + "." + finding.level().name().toLowerCase(Locale.ROOT);
    }
}
