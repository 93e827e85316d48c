package dev.parley.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Identity of a host: SHA-256 of its public key (the DER form of SubjectPublicKeyInfo, RFC 5280). Clients pin it, so
/// a host may renew its certificate but not its key. Immutable, any thread.
public final class Fingerprint {

    /// Bytes of a fingerprint.
    public static final int BYTES = 32;

    private static final int WORDS = 8;

    private final byte[] hash;

    private Fingerprint(byte[] hash) {
        this.hash = hash;
    }

    /// @throws IllegalArgumentException if the key has no encoded form
    public static Fingerprint of(PublicKey key) {
        byte[] info = key.getEncoded();
        if (info == null) {
            throw new IllegalArgumentException("the public key has no SubjectPublicKeyInfo");
        }
        return new Fingerprint(sha256(info));
    }

    /// Reads what [#toString] wrote: exactly 43 characters. Empty for anything else.
    public static Optional<Fingerprint> parse(String text) {
        return Base64Url.decode(text, BYTES).map(Fingerprint::new);
    }

    /// Eight English words for people to compare by eye or over the phone, made from the first 80 bits. Enough against
    /// an attacker who must hit one given host; the whole fingerprint is what programs compare.
    public List<String> words() {
        List<String> words = new ArrayList<>(WORDS);
        long bits = 0;
        int count = 0;
        for (int next = 0; words.size() < WORDS; ) {
            if (count < WordList.BITS) {
                bits = bits << Byte.SIZE | Byte.toUnsignedInt(hash[next++]);
                count += Byte.SIZE;
            } else {
                count -= WordList.BITS;
                words.add(WordList.word((int) (bits >>> count) & (WordList.SIZE - 1)));
            }
        }
        return List.copyOf(words);
    }

    /// A copy of the 32 bytes.
    public byte[] bytes() {
        return hash.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && MessageDigest.isEqual(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    /// Base64url without padding: 43 characters.
    @Override
    public String toString() {
        return Base64Url.encode(hash);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
