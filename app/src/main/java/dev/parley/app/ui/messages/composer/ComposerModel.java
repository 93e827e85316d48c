package dev.parley.app.ui.messages.composer;

import dev.parley.protocol.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A message that is being written. FX thread.
public final class ComposerModel {

    /// How many emoji are remembered.
    private static final int EMOJI = 24;
    /// How many sent messages can be recalled.
    private static final int RECALLED = 50;
    private static final int SUGGESTIONS = 8;

    private final ObservableList<String> people;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty room = new SimpleStringProperty("");
    private final ObjectProperty<Optional<String>> blocked = new SimpleObjectProperty<>(Optional.empty());
    private final IntegerBinding remaining = Bindings.createIntegerBinding(
            () -> Limits.TEXT_CODE_POINTS - length(text.get()), text);
    private final BooleanBinding sendable = Bindings.createBooleanBinding(
            () -> blocked.get().isEmpty() && remaining.get() >= 0 && !text.get().isBlank(), text, blocked, remaining);
    private final ObservableList<String> recentEmoji = FXCollections.observableArrayList();
    private final List<String> sent = new ArrayList<>();
    private int recalled = -1;
    private boolean quiet;
    private Consumer<String> onSend = _ -> {};
    private Runnable onTyping = () -> {};
    private Function<String, Optional<String>> emojiNamed = _ -> Optional.empty();

    /// @param people names that can be completed after `@`; followed as it changes
    public ComposerModel(ObservableList<String> people) {
        this.people = people;
        text.addListener((_, _, now) -> {
            if (!quiet && !now.isBlank()) {
                onTyping.run();
            }
        });
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// The draft. Never null.
    public StringProperty textProperty() {
        return text;
    }

    /// Puts a kept draft in place; nobody is told that somebody types.
    public void draft(String kept) {
        quiet = true;
        text.set(kept);
        recalled = -1;
        quiet = false;
    }

    /// The name of the room that is written to.
    public StringProperty roomProperty() {
        return room;
    }

    /// Why nothing can be sent, for people; empty when it can.
    public ObjectProperty<Optional<String>> blockedProperty() {
        return blocked;
    }

    /// How many characters fit; negative when there are too many.
    public IntegerBinding remaining() {
        return remaining;
    }

    public BooleanBinding sendable() {
        return sendable;
    }

    /// @param action gets the text, without blank lines around it and with emoji for their short names
    public void onSend(Consumer<String> action) {
        onSend = action;
    }

    /// @param action called at every change that a person makes; whoever passes it on makes it seldom
    public void onTyping(Runnable action) {
        onTyping = action;
    }

    /// Emoji that were picked lately, latest first; whoever keeps them puts them in at the start.
    public ObservableList<String> recentEmoji() {
        return recentEmoji;
    }

    /// @param named the characters of the emoji with that short name
    void emojiNamed(Function<String, Optional<String>> named) {
        emojiNamed = named;
    }

    void picked(String emoji) {
        recentEmoji.remove(emoji);
        recentEmoji.addFirst(emoji);
        if (recentEmoji.size() > EMOJI) {
            recentEmoji.removeLast();
        }
    }

    /// Sends the draft if it can be sent.
    ///
    /// @return whether it was
    public boolean send() {
        if (!sendable.get()) {
            return false;
        }
        String message = trimmed(text.get());
        sent.remove(message);
        sent.addFirst(message);
        if (sent.size() > RECALLED) {
            sent.removeLast();
        }
        draft("");
        onSend.accept(ShortNames.replaced(message, emojiNamed));
        return true;
    }

    /// Without blanks at the end and blank lines at the start; indentation of the first line stays.
    private static String trimmed(String message) {
        String end = message.stripTrailing();
        int start = 0;
        for (int i = 0; i < end.length() && Character.isWhitespace(end.charAt(i)); i++) {
            if (end.charAt(i) == '\n') {
                start = i + 1;
            }
        }
        return end.substring(start);
    }

    /// Puts the message that was sent before in place of an empty or recalled draft.
    ///
    /// @return whether there was one
    public boolean recallEarlier() {
        return recall(recalled + 1);
    }

    /// The way back, to an empty draft at last.
    ///
    /// @return whether a recalled message was shown
    public boolean recallLater() {
        return recalled >= 0 && recall(recalled - 1);
    }

    private boolean recall(int index) {
        boolean untouched = recalled < 0 ? text.get().isEmpty() : text.get().equals(sent.get(recalled));
        if (!untouched || index >= sent.size()) {
            return false;
        }
        quiet = true;
        text.set(index < 0 ? "" : sent.get(index));
        recalled = index;
        quiet = false;
        return true;
    }

    /// A part of the draft that can be completed.
    ///
    /// @param start index of the `@`
    /// @param end index after what has been typed of the name
    /// @param names those that begin with it, at most 8
    public record Completion(int start, int end, List<String> names) {}

    /// What the `@` before the caret may become.
    public Optional<Completion> completion(int caret) {
        String before = text.get().substring(0, Math.clamp(caret, 0, text.get().length()));
        int at = before.lastIndexOf('@');
        if (at < 0 || (at > 0 && Character.isLetterOrDigit(before.codePointBefore(at))) || before.indexOf('\n', at) >= 0
                || before.length() - at > Limits.NAME_CODE_POINTS) {
            return Optional.empty();
        }
        String typed = before.substring(at + 1).toLowerCase(Locale.ROOT);
        List<String> names = people.stream().filter(n -> begins(n.toLowerCase(Locale.ROOT), typed))
                .sorted(String.CASE_INSENSITIVE_ORDER).limit(SUGGESTIONS).toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(new Completion(at, before.length(), names));
    }

    private static boolean begins(String name, String typed) {
        return name.startsWith(typed) || (!typed.isEmpty() && name.contains(" " + typed));
    }
}
