package dev.parley.app.session;

import dev.parley.app.Texts;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.Notice;
import dev.parley.protocol.UserName;
import java.util.stream.Collectors;

/// What an entry says, in words for people. Texts of people are returned as they are: whoever shows them makes them
/// harmless.
public record EntryWords(Texts texts) {

    private static final int NAMES = 10;

    public String of(Entry entry) {
        return switch (entry.kind()) {
            case TEXT -> entry.body();
            case NOTICE -> Notices.of(entry).map(this::of).orElseGet(() -> texts.get("notice.other"));
        };
    }

    /// True if the words are ours and not those of a person.
    public static boolean isNotice(Entry entry) {
        return entry.kind() == EntryKind.NOTICE;
    }

    private String of(Notice notice) {
        int more = notice.names().size() - NAMES;
        String names = notice.names().stream().limit(NAMES).map(UserName::value).collect(Collectors.joining(", "));
        String all = more > 0 ? texts.get("notice.more", names, more) : names;
        return switch (notice.event()) {
            case JOINED -> texts.get("notice.joined", all);
            case LEFT -> texts.get("notice.left", all);
            case IDLE -> texts.get("notice.idle", all);
            case CREATED -> texts.get("notice.created", all);
        };
    }
}
