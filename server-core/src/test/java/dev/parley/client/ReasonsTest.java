package dev.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    @Test
    void aHostThatIsThereAndHasNoPlaceOrNoTimeIsWorthAnotherTry() {
        assertThat(List.of(new ClosedChannelException(), new IOException("Connection reset by peer")))
                .allMatch(Reasons::turnedAway);
        assertThat(Reasons.silent(new SocketTimeoutException())).isTrue();
    }

    @Test
    void whereNobodyIsOrSomebodyElseAnotherTryIsOfNoUse() {
        assertThat(List.of(new ConnectException("Connection refused"), new ConnectException("connection timed out after 5000 ms"),
                new SSLException("not an SSL/TLS record"))).noneMatch(Reasons::turnedAway).noneMatch(Reasons::silent);
    }

    @Test
    void aHostThatIsBusyIsNotSaidToBeSomethingElse() {
        assertThat(Reasons.of(new SocketTimeoutException(), "ship:7420")).isEqualTo("nothing was heard from ship:7420 for a while");
        assertThat(Reasons.of(new SSLException("not an SSL/TLS record"), "ship:7420")).contains("is not a Parley host");
    }
}
