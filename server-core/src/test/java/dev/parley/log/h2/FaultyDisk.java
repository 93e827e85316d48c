package dev.parley.log.h2;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// A disk that is full after a given number of writes, until there is space again. The write that does not fit is cut in
/// the middle, as real ones are. Reading always works. H2 makes instances by reflection, hence the shared state.
public final class FaultyDisk extends FilePathWrapper {

    static final String SCHEME = "faulty";
    static final String PREFIX = SCHEME + ":";

    private static final AtomicLong LEFT = new AtomicLong(Long.MAX_VALUE);
    private static final AtomicLong WRITES = new AtomicLong();
    private static final AtomicLong HICCUPS = new AtomicLong();

    /// From now on this many writes succeed.
    static void fullAfter(long writes) {
        LEFT.set(writes);
    }

    /// Only the next write fails.
    static void hiccup() {
        HICCUPS.set(1);
    }

    static void heal() {
        LEFT.set(Long.MAX_VALUE);
    }

    static boolean isFull() {
        return LEFT.get() <= 0;
    }

    /// Writes since the program began.
    static long writes() {
        return WRITES.get();
    }

    static void register() {
        FilePath.register(new FaultyDisk());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public OutputStream newOutputStream(boolean append) throws IOException {
        count();
        return super.newOutputStream(append);
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode));
    }

    private static void count() throws IOException {
        WRITES.incrementAndGet();
        if (HICCUPS.getAndSet(0) > 0) {
            throw new IOException("Input/output error");
        }
        if (LEFT.getAndUpdate(left -> left == Long.MAX_VALUE ? left : Math.max(0, left - 1)) <= 0) {
            throw new IOException("No space left on device");
        }
    }

    private static final class Channel extends FileBase {

        private final FileChannel disk;

        Channel(FileChannel disk) {
            this.disk = disk;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            try {
                count();
            } catch (IOException e) {
                disk.write(source.slice(source.position(), source.remaining() / 2), position);
                throw e;
            }
            return disk.write(source, position);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            count();
            return disk.write(source);
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return disk.read(target);
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return disk.read(target, position);
        }

        @Override
        public long position() throws IOException {
            return disk.position();
        }

        @Override
        public FileChannel position(long newPosition) throws IOException {
            disk.position(newPosition);
            return this;
        }

        @Override
        public long size() throws IOException {
            return disk.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            count();
            disk.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            if (isFull()) {
                throw new IOException("No space left on device"); // space is given out late by many file systems
            }
            disk.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return disk.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            disk.close();
        }
    }
}
