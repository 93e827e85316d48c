package dev.parley.app.instance;

import dev.parley.app.DataFolder;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The place of the one window of a data folder. Later starts come to it with their links.
public final class SingleWindow implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SingleWindow.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final FileChannel lockFile;
    private final Path socket;
    private final @Nullable ServerSocketChannel server;

    private SingleWindow(FileChannel lockFile, Path socket, @Nullable ServerSocketChannel server) {
        this.lockFile = lockFile;
        this.socket = socket;
        this.server = server;
    }

    /// Takes the place, or tells the one who has it.
    ///
    /// @param links what this start was given; may be empty, which only brings the window forward
    /// @param opened told of the links of later starts, on a virtual thread each
    public static Claim claim(DataFolder folder, List<String> links, Consumer<List<String>> opened) throws IOException {
        Path socket = SocketPath.in(folder);
        FileChannel file = FileChannel.open(folder.windowLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(file)) {
            return new Claim.First(new SingleWindow(file, socket, listen(socket, opened)));
        }
        file.close();
        return tell(socket, links) ? new Claim.Told() : new Claim.Silent();
    }

    private static boolean lock(FileChannel file) throws IOException {
        try {
            @Nullable FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // in this very process
        }
    }

    /// Without a socket the window still opens; only later starts cannot reach it.
    private static @Nullable ServerSocketChannel listen(Path socket, Consumer<List<String>> opened) {
        try {
            Files.deleteIfExists(socket);
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread.ofPlatform().daemon().name("parley-window-socket").start(() -> accept(server, opened));
            return server;
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("other starts cannot reach this window at {}", socket, e);
            return null;
        }
    }

    private static void accept(ServerSocketChannel server, Consumer<List<String>> opened) {
        while (server.isOpen()) {
            try {
                SocketChannel visitor = server.accept();
                Thread.ofVirtual().name("parley-window-visitor").start(() -> Handover.receive(visitor, opened));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.warn("a start could not be heard", e);
                return;
            }
        }
    }

    private static boolean tell(Path socket, List<String> links) throws InterruptedIOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            if (Handover.send(socket, links)) {
                return true;
            }
            try {
                Thread.sleep(50); // it may be starting just now
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        } while (System.nanoTime() - end < 0);
        return false;
    }

    /// Frees the place. Idempotent.
    @Override
    public void close() {
        try {
            if (server != null && server.isOpen()) {
                server.close();
                Files.deleteIfExists(socket);
            }
            lockFile.close(); // and with it the lock
        } catch (IOException e) {
            LOG.warn("{} cannot be removed", socket, e);
        }
    }
}
