package dev.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.protocol.Limits;
import dev.parley.protocol.RoomName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RecordsTest {

    @Test
    void aStoredPasswordIsCopiedBothWaysAndShowsNothing() {
        byte[] secret = new byte[32];
        secret[0] = 77;
        byte[] salt = new byte[16];
        StoredPassword password = new StoredPassword(secret, salt, 19_456, 2, 1);
        StoredPassword same = new StoredPassword(secret, salt, 19_456, 2, 1);
        secret[0] = 0;
        password.secret()[0] = 0;
        password.salt()[0] = 1;

        assertThat(password.secret()[0]).isEqualTo((byte) 77);
        assertThat(password).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(new StoredPassword(secret, salt, 19_456, 2, 1));
        assertThat(password.toString()).isEqualTo("StoredPassword[hidden]");
        assertThat(new RoomRecord(
                                new RoomId(1), new RoomName("a"), Optional.of(password), Samples.OPTIONS, 0, 0)
                        .toString())
                .doesNotContain("77");
    }

    @Test
    void recordsRefuseWhatMakesNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StoredPassword(new byte[31], new byte[16], 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new StoredPassword(new byte[32], new byte[7], 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RoomId(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new History.Last(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retention(Optional.of(Duration.ZERO), OptionalLong.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.newest(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.draft(new RoomId(1), "x".repeat(Limits.FRAME_BYTES + 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemberRecord(new RoomId(1), "", Samples.ANA, 1, Instant.EPOCH));
    }

    @Test
    void anAuditDetailIsOneShortHarmlessLine() {
        AuditEvent event = AuditEvent.ofHost(Instant.EPOCH, AuditType.ERROR, "\u001b[31m\n" + "x".repeat(2_000));

        assertThat(event.detail()).hasSize(AuditEvent.DETAIL_CHARS).startsWith("\u241b[31m\u240a");
    }

    @Test
    void onlyCheckedBackupsHaveTheNameOfOne() {
        Instant at = Instant.parse("2026-11-20T16:35:01.123Z");

        assertThat(BackupFiles.named(Path.of("b"), at)).hasFileName("parley-20261120-163501-123.zip");
        assertThat(BackupFiles.time(BackupFiles.named(Path.of("b"), at))).contains(at);
        assertThat(BackupFiles.time(Path.of("unfinished.zip"))).isEmpty();
        assertThat(BackupFiles.time(Path.of("parley-20269920-163501-123.zip"))).isEmpty();
    }
}
