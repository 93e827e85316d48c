package dev.parley.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.ClientEvent;
import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.RoomName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Stands outside the host and writes down what senders are told to be stored: room, number, id, and a hash of the
/// words. Afterwards it judges the host's log by that. One thread.
final class AckLedger {

    private record Line(RoomName room, long seq, MessageId id, String hash) {}

    private final Map<MessageId, String> said = new HashMap<>();
    private final Map<MessageId, Line> lines = new HashMap<>();

    /// Sends for the member, to know the words.
    MessageId say(TestMember member, RoomName room, String text) {
        MessageId id = member.say(room, text);
        said.put(id, hash(text));
        return id;
    }

    /// Writes down what the member was told since. A second acknowledgement must be the same as the first.
    void note(TestMember member) {
        for (ClientEvent.Sent sent : member.events(ClientEvent.Sent.class)) {
            Line line = new Line(sent.room(), sent.seq(), sent.id(), Optional.ofNullable(said.get(sent.id())).orElseThrow());
            Line before = lines.putIfAbsent(sent.id(), line);
            assertThat(before).isIn(null, line);
        }
    }

    int acknowledged() {
        return lines.size();
    }

    /// I1 and I2: every acknowledged message is there once, under its number, with the same words, and no number is
    /// missing or used twice.
    void judge(RoomName room, List<Entry> log) {
        assertThat(log.stream().map(Entry::seq)).as("numbers")
                .isEqualTo(LongStream.rangeClosed(1, log.size()).boxed().toList());
        List<Line> kept = log.stream()
                .filter(e -> e.kind() == EntryKind.TEXT)
                .map(e -> new Line(room, e.seq(), e.id(), hash(e.body())))
                .toList();
        assertThat(kept.stream().map(Line::id)).as("ids").doesNotHaveDuplicates();
        assertThat(kept).as("acknowledged").containsAll(lines.values().stream().filter(l -> l.room.equals(room)).collect(Collectors.toSet()));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
