package dev.parley.bench;

import dev.parley.protocol.Codec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Takes numbers and texts out of the JSON of entries without decoding it: [Codec] would cost the generator more than the
/// server. Relies on the order in which the codec writes fields; a test holds the two together.
final class EntryScan {

    private static final byte[] ENTRIES = ascii("{\"type\":\"entr");
    private static final byte[] SEQ = ascii("\"seq\":");
    private static final byte[] BODY = ascii("\"body\":\"");

    private EntryScan() {}

    /// Gets each entry.
    interface Sink {
        /// A message of the load test.
        void message(long seq, int sender, int number, long sentAt);

        /// Anything else.
        void other(long seq);
    }

    /// @return false if these are no entries
    static boolean scan(byte[] json, int bodyBytes, Sink sink) {
        if (json.length < ENTRIES.length || !Arrays.equals(json, 0, ENTRIES.length, ENTRIES, 0, ENTRIES.length)) {
            return false;
        }
        int at = find(json, SEQ, ENTRIES.length);
        while (at >= 0) {
            long seq = 0;
            int i = at;
            for (; i < json.length && json[i] >= '0' && json[i] <= '9'; i++) {
                seq = seq * 10 + json[i] - '0';
            }
            int body = find(json, BODY, i);
            if (body < 0) {
                return true;
            }
            if (Body.isAt(json, body, bodyBytes)) {
                sink.message(seq, Body.sender(json, body), Body.number(json, body), Body.sentAt(json, body));
                body += bodyBytes;
            } else {
                sink.other(seq);
            }
            at = find(json, SEQ, body);
        }
        return true;
    }

    /// Where the text behind the pattern begins, or -1.
    private static int find(byte[] json, byte[] pattern, int from) {
        int last = json.length - pattern.length;
        for (int i = from; i <= last; i++) {
            if (json[i + 1] == pattern[1] && json[i] == pattern[0]
                    && Arrays.equals(json, i, i + pattern.length, pattern, 0, pattern.length)) {
                return i + pattern.length;
            }
        }
        return -1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
