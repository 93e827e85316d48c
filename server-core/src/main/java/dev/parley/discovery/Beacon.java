package dev.parley.discovery;

import dev.parley.protocol.Limits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/// The bytes of question and answer on UDP.
///
/// ```text
/// question  "PRLY?" | version 1 | nonce 8 | zeros, 1200 bytes in all
/// answer    "PRLY!" | version 1 | nonce 8 | JSON, at most 1200 bytes in all
/// ```
///
/// The question is padded, so that an answer is never larger than what was asked: a forged sender gains nothing.
/// The first byte tells both apart from the sealed datagrams that share the port.
final class Beacon {

    static final int QUESTION_BYTES = Limits.DATAGRAM_BYTES;
    static final int ANSWER_BYTES = Limits.DATAGRAM_BYTES;

    private static final byte[] QUESTION = "PRLY?".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANSWER = "PRLY!".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int NONCE_AT = QUESTION.length + 1;
    private static final int HEADER_BYTES = NONCE_AT + Long.BYTES;
    private static final int JSON_BYTES = ANSWER_BYTES - HEADER_BYTES;

    private Beacon() {}

    /// An answer as it was read.
    ///
    /// @param complete false if the host has more rooms than fitted
    record Answer(Announcement announcement, boolean complete) {}

    static byte[] question(long nonce) {
        return header(ByteBuffer.allocate(QUESTION_BYTES), QUESTION, nonce).array();
    }

    /// Looks at length and magic only; leaves the position of the buffer alone.
    static boolean looksLikeQuestion(ByteBuffer datagram) {
        return datagram.remaining() == QUESTION_BYTES && startsWith(datagram, QUESTION);
    }

    /// The nonce, if this is a question in a version that we speak.
    static OptionalLong nonceOfQuestion(ByteBuffer datagram) {
        return looksLikeQuestion(datagram) && hasVersion(datagram) ? nonce(datagram) : OptionalLong.empty();
    }

    static byte[] answer(long nonce, Announcement announcement) {
        byte[] json = AnnouncementJson.write(announcement, nonce, JSON_BYTES);
        return header(ByteBuffer.allocate(HEADER_BYTES + json.length), ANSWER, nonce).put(json).array();
    }

    /// The nonce, if this has the form of an answer; cheap enough for every datagram that arrives.
    static OptionalLong nonceOfAnswer(ByteBuffer datagram) {
        boolean fits = datagram.remaining() > HEADER_BYTES && datagram.remaining() <= ANSWER_BYTES;
        return fits && startsWith(datagram, ANSWER) && hasVersion(datagram) ? nonce(datagram) : OptionalLong.empty();
    }

    /// Reads what follows the header of an answer; empty if it makes no sense.
    static Optional<Answer> bodyOfAnswer(ByteBuffer datagram) {
        ByteBuffer json = datagram.slice(datagram.position() + HEADER_BYTES, datagram.remaining() - HEADER_BYTES);
        return AnnouncementJson.read(json);
    }

    private static ByteBuffer header(ByteBuffer out, byte[] magic, long nonce) {
        return out.put(magic).put(VERSION).putLong(nonce);
    }

    private static boolean startsWith(ByteBuffer datagram, byte[] magic) {
        byte[] start = new byte[magic.length];
        datagram.get(datagram.position(), start);
        return Arrays.equals(start, magic);
    }

    private static boolean hasVersion(ByteBuffer datagram) {
        return datagram.get(datagram.position() + NONCE_AT - 1) == VERSION;
    }

    private static OptionalLong nonce(ByteBuffer datagram) {
        return OptionalLong.of(datagram.getLong(datagram.position() + NONCE_AT));
    }
}
