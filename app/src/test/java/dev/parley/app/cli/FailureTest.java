package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.Texts;
import dev.parley.app.session.ChatEnd;
import dev.parley.app.session.Refusals;
import dev.parley.app.session.SessionException;
import dev.parley.client.ClientEvent.EndReason;
import dev.parley.log.LogBusyException;
import dev.parley.log.StorageException;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.RoomName;
import dev.parley.server.PortInUseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTest {

    private static final RoomName ROOM = new RoomName("Crew");

    private final Texts texts = new Texts(Locale.ENGLISH);

    private Failure of(Exception e) {
        return Failure.of(e, texts);
    }

    private Failure of(ChatEnd end) {
        try {
            Refusals.requireLeft(end, ROOM);
            return new Failure(0, "", "");
        } catch (SessionException e) {
            return Failure.of(e, texts);
        }
    }

    @Test
    void exceptionsHaveTheCodesOfTheContract() {
        assertThat(of(new PortInUseException(7420, 7421)).exit()).isEqualTo(6);
        assertThat(of(new PortInUseException(7420, 7421)).text()).contains("7421");
        assertThat(of(new LogBusyException("busy")).exit()).isEqualTo(7);
        assertThat(of(new StorageException("full", new IOException())).exit()).isEqualTo(7);
        assertThat(of(new UncheckedIOException(new AccessDeniedException("/data"))).exit()).isEqualTo(7);
        assertThat(of(new UncheckedIOException(new AccessDeniedException("/data"))).text()).contains("No permission");
        assertThat(of(new ProtocolException(ErrorCode.BAD_NAME, "no")).exit()).isEqualTo(2);
        assertThat(of(new InterruptedException()).exit()).isEqualTo(130);
        assertThat(of(new IllegalStateException("bug")).exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalHasWordsAndACode(ErrorCode code) {
        Failure failure = of(new ChatEnd.NotJoined(code, "because", Optional.of(Duration.ofSeconds(7))));
        assertThat(failure.exit()).isBetween(2, 8);
        assertThat(failure.code()).isEqualTo(code.wireName());
        assertThat(failure.text()).isNotBlank().doesNotContain("{");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLOSED")
    void everyEndHasWordsAndACode(EndReason reason) {
        Failure failure = of(new ChatEnd.Ended(reason, "because"));
        assertThat(failure.exit()).isBetween(5, 8);
        assertThat(failure.text()).isNotBlank().doesNotContain("{");
    }

    @Test
    void leavingIsNoFailure() {
        assertThat(of(new ChatEnd.Left()).exit()).isZero();
        assertThat(of(new ChatEnd.Ended(EndReason.CLOSED, "")).exit()).isZero();
    }

    @Test
    void messagesOfOthersCannotTouchTheTerminal() {
        assertThat(of(new ChatEnd.NotJoined(ErrorCode.FORBIDDEN, "\u001B[2J", Optional.empty())).text()).doesNotContain("\u001B");
    }
}
