package dev.parley.bench;

import java.util.Arrays;

/// The text of a message of a load test, all ASCII:
///
/// ```
/// ~ | time of sending 16 | . | number 8 | . | sender 6 | . | x ... x | $
/// ```
///
/// Numbers are hexadecimal; the time is [System#nanoTime] of the sender, who is in the same process as the readers.
record Body(long sentAt, int number, int sender) {

    /// Bytes before the padding.
    static final int HEAD = 34;

    private static final int TIME_AT = 1;
    private static final int NUMBER_AT = 18;
    private static final int SENDER_AT = 27;
    private static final int TIME_DIGITS = 16;
    private static final int NUMBER_DIGITS = 8;
    private static final int SENDER_DIGITS = 6;

    /// Longer than any digit's value.
    private static final int BAD = -1;

    String text(int bytes) {
        char[] text = new char[bytes];
        Arrays.fill(text, 'x');
        text[0] = '~';
        write(text, TIME_AT, TIME_DIGITS, sentAt);
        text[NUMBER_AT - 1] = '.';
        write(text, NUMBER_AT, NUMBER_DIGITS, number);
        text[SENDER_AT - 1] = '.';
        write(text, SENDER_AT, SENDER_DIGITS, sender);
        text[HEAD - 1] = '.';
        text[bytes - 1] = '$';
        return new String(text);
    }

    private static void write(char[] text, int at, int digits, long value) {
        long rest = value;
        for (int i = at + digits - 1; i >= at; i--) {
            text[i] = Character.forDigit((int) (rest & 0xF), 16);
            rest >>>= 4;
        }
    }

    /// Whether a whole text of that length is there.
    static boolean isAt(byte[] json, int at, int bytes) {
        return at + bytes <= json.length && json[at] == '~' && json[at + HEAD - 1] == '.' && json[at + bytes - 1] == '$';
    }

    static long sentAt(byte[] json, int at) {
        return read(json, at + TIME_AT, TIME_DIGITS);
    }

    static int number(byte[] json, int at) {
        return (int) read(json, at + NUMBER_AT, NUMBER_DIGITS);
    }

    static int sender(byte[] json, int at) {
        return (int) read(json, at + SENDER_AT, SENDER_DIGITS);
    }

    private static long read(byte[] json, int at, int digits) {
        long value = 0;
        for (int i = at; i < at + digits; i++) {
            int c = json[i];
            int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : BAD;
            if (digit == BAD) {
                return BAD;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
