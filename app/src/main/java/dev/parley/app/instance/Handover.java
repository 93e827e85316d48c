package dev.parley.app.instance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What passes between two starts: one link per line of UTF-8, at most 16 KiB, ended by closing that direction; the answer
/// is `ok` and a newline.
final class Handover {

    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
    private static final int MOST_BYTES = 16 * 1024;
    private static final byte[] OK = "ok\n".getBytes(StandardCharsets.US_ASCII);
    private static final long ANSWER_SECONDS = 2;

    private Handover() {}

    static void receive(SocketChannel visitor, Consumer<List<String>> opened) {
        try (visitor) {
            List<String> links = read(visitor, MOST_BYTES).lines().filter(l -> !l.isBlank()).limit(20).toList();
            opened.accept(links);
            visitor.write(ByteBuffer.wrap(OK));
        } catch (IOException e) {
            LOG.warn("a start broke off", e);
        }
    }

    /// @return false if nobody is there
    static boolean send(Path socket, List<String> links) {
        FutureTask<Boolean> talk = new FutureTask<>(() -> talk(socket, links));
        Thread thread = Thread.ofVirtual().name("parley-window-visit").start(talk);
        try {
            return talk.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            thread.interrupt(); // closes its channel
        }
    }

    private static boolean talk(Path socket, List<String> links) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            ByteBuffer lines = ByteBuffer.wrap(String.join("\n", links).getBytes(StandardCharsets.UTF_8));
            while (lines.hasRemaining()) {
                channel.write(lines);
            }
            channel.shutdownOutput();
            return read(channel, OK.length).startsWith("ok");
        }
    }

    private static String read(SocketChannel from, int most) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer part = ByteBuffer.allocate(1024);
        while (all.size() < most && from.read(part) >= 0) {
            part.flip();
            all.write(part.array(), 0, part.limit());
            part.clear();
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
