package dev.parley.app.ui.messages.composer;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts emoji in place of their short names, `:tada:`, except in code.
///
/// This is done when a message is sent and not while it is typed, because a text area of JavaFX shows an empty box for most
/// emoji on most systems, and the name says more.
final class ShortNames {

    private static final Pattern CODE_OR_NAME = Pattern.compile("```[\\s\\S]*?```|`[^`\\n]*`|(?<![\\p{L}\\p{N}:/]):([a-z0-9_+-]{2,40}):(?!:)");

    private ShortNames() {}

    /// @param named the emoji of that name
    static String replaced(String text, Function<String, Optional<String>> named) {
        return CODE_OR_NAME.matcher(text).replaceAll((MatchResult match) -> {
            String name = match.group(1);
            String shown = name == null ? match.group() : named.apply(name).orElse(match.group());
            return Matcher.quoteReplacement(shown);
        });
    }
}
