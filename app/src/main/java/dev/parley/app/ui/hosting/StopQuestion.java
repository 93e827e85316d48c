package dev.parley.app.ui.hosting;

import dev.parley.app.Texts;
import java.util.List;
import java.util.Optional;

/// What is asked before something that cannot be taken back: a room closes while others are inside, words are lost.
///
/// @param title in short
/// @param words who is concerned, and what happens to them
/// @param yes on the button that does it
/// @param no on the button that does not
public record StopQuestion(String title, String words, String yes, String no) {

    /// Before all hosting stops; empty if nobody else is inside, so that there is nothing to ask.
    static Optional<StopQuestion> ofAll(HostState state, Texts texts) {
        List<HostedRoom> busy = state.rooms().stream().filter(r -> r.others() > 0).toList();
        int others = busy.stream().mapToInt(HostedRoom::others).sum();
        if (busy.isEmpty()) {
            return Optional.empty();
        }
        String words = busy.size() == 1
                ? texts.get("hosting.stop-one-room", others, busy.getFirst().name())
                : texts.get("hosting.stop-rooms", others, busy.size());
        return Optional.of(new StopQuestion(texts.get("hosting.stop-title"), words, texts.get("hosting.stop-yes"),
                texts.get("hosting.stop-no")));
    }

    /// Before one room closes.
    static StopQuestion of(HostedRoom room, Texts texts) {
        return new StopQuestion(texts.get("hosting.close-title", room.name()),
                texts.get("hosting.close-words", room.others(), room.name()), texts.get("hosting.close-yes"),
                texts.get("hosting.close-no"));
    }
}
