package dev.parley.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    private static final String ZEROS = "A".repeat(43);

    @Test
    void isTheHashOfTheEncodedKey() throws GeneralSecurityException {
        PublicKey key = HostCertificate.newKeys(new SecureRandom()).getPublic();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        Fingerprint fingerprint = Fingerprint.of(key);
        assertThat(fingerprint.bytes()).isEqualTo(hash);
        assertThat(fingerprint).hasToString(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    @Test
    void textComesBackAsTheSameValue() throws GeneralSecurityException {
        Fingerprint fingerprint = Fingerprint.of(HostCertificate.newKeys(new SecureRandom()).getPublic());
        assertThat(Fingerprint.parse(fingerprint.toString())).hasValue(fingerprint);
        assertThat(Fingerprint.parse(fingerprint.toString()).orElseThrow()).hasSameHashCodeAs(fingerprint);
        assertThat(Fingerprint.parse(ZEROS)).isNotEmpty().isNotEqualTo(Fingerprint.parse("E" + "A".repeat(42)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "A", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+A", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA A",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAé", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    })
    void onlyTheCanonicalTextIsRead(String text) {
        assertThat(Fingerprint.parse(text)).isEmpty();
    }

    @Test
    void theListHas1024EasyWordsToldApartByFourLetters() {
        List<String> words = IntStream.range(0, WordList.SIZE).mapToObj(WordList::word).toList();
        assertThat(words).hasSize(1024).doesNotHaveDuplicates().isSorted().allMatch(word -> word.matches("[a-z]{3,7}"));
        Set<String> starts = new HashSet<>();
        words.forEach(word -> starts.add(word.substring(0, Math.min(4, word.length()))));
        assertThat(starts).hasSize(1024);
    }

    @Test
    void wordsSpeakTheFirst80Bits() {
        byte[] hash = new byte[Fingerprint.BYTES];
        // ten-bit groups 1, 2, ... 8
        byte[] start = {0x00, 0x40, 0x20, 0x0C, 0x04, 0x01, 0x40, 0x60, 0x1C, 0x08};
        System.arraycopy(start, 0, hash, 0, start.length);
        Fingerprint fingerprint = Fingerprint.parse(Base64Url.encode(hash)).orElseThrow();
        assertThat(fingerprint.words())
                .isEqualTo(IntStream.rangeClosed(1, 8).mapToObj(WordList::word).toList());
        assertThat(Fingerprint.parse(ZEROS).orElseThrow().words()).containsOnly(WordList.word(0)).hasSize(8);
    }
}
