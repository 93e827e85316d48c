package dev.parley.app.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.DataFolder;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleWindowTest {

    private static final String LINK = "parley://192.168.1.20:7420/%E5%81%A5%E5%A4%AA#AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @TempDir
    private Path temporary = Path.of("");
    private DataFolder folder = new DataFolder(Path.of(""));
    private final BlockingQueue<List<String>> opened = new LinkedBlockingQueue<>();

    @BeforeEach
    void makeFolder() throws IOException {
        folder = new DataFolder(temporary.resolve("data")).create();
    }

    private SingleWindow first() throws IOException {
        Claim claim = SingleWindow.claim(folder, List.of(), opened::add);
        assertThat(claim).isInstanceOf(Claim.First.class);
        return ((Claim.First) claim).window();
    }

    @Test
    void aSecondStartHandsItsLinksToTheFirst() throws Exception {
        try (SingleWindow _ = first()) {
            assertThat(SingleWindow.claim(folder, List.of(LINK, "another"), l -> {})).isEqualTo(new Claim.Told());
            assertThat(opened.poll(5, TimeUnit.SECONDS)).containsExactly(LINK, "another");
        }
    }

    @Test
    void aSecondStartWithoutLinksBringsTheFirstForward() throws Exception {
        try (SingleWindow _ = first()) {
            assertThat(SingleWindow.claim(folder, List.of(), l -> {})).isEqualTo(new Claim.Told());
            assertThat(opened.poll(5, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    void thePlaceIsFreeAgainWhenTheFirstHasClosed() throws Exception {
        first().close();
        SingleWindow again = first();
        again.close();
        again.close();
        assertThat(folder.windowSocket()).doesNotExist();
    }

    @Test
    void aSocketThatACrashHasLeftIsReplaced() throws Exception {
        Files.writeString(folder.windowSocket(), "left over");
        try (SingleWindow _ = first()) {
            assertThat(SingleWindow.claim(folder, List.of(LINK), l -> {})).isEqualTo(new Claim.Told());
        }
    }

    @Test
    void aDataFolderWithALongPathWorksToo() throws Exception {
        folder = new DataFolder(temporary.resolve("x".repeat(120))).create();
        try (SingleWindow _ = first()) {
            assertThat(SingleWindow.claim(folder, List.of(LINK), l -> {})).isEqualTo(new Claim.Told());
        }
    }

    @Test
    void aFloodOfBytesIsCutAndHarmsNobody() throws Exception {
        try (SingleWindow _ = first(); SocketChannel flood = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            flood.connect(UnixDomainSocketAddress.of(SocketPath.in(folder)));
            ByteBuffer junk = ByteBuffer.wrap("junk\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII));
            try {
                while (junk.hasRemaining()) {
                    flood.write(junk);
                }
            } catch (IOException e) {
                // cut off, as it should be
            }
            assertThat(opened.poll(5, TimeUnit.SECONDS)).hasSize(20);
            assertThat(SingleWindow.claim(folder, List.of(LINK), l -> {})).isEqualTo(new Claim.Told());
        }
    }
}
