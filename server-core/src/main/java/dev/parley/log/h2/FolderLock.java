package dev.parley.log.h2;

import dev.parley.log.LogBusyException;
import dev.parley.log.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// One log per folder, also while the database file is closed for repair and also within one process. The system takes
/// the lock back when the process ends; the empty file stays.
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws LogBusyException if someone else has it
    static FolderLock take(Path folder) {
        try {
            Path file = folder.resolve("parley.lock");
            OwnerOnly.createFile(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return new FolderLock(channel);
                }
            } catch (OverlappingFileLockException e) {
                // held by this process: busy all the same
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            channel.close();
            throw new LogBusyException("Another Parley is using this data folder.");
        } catch (IOException e) {
            throw new StorageException("The data folder cannot be used: " + Failure.reason(e, folder), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // nothing was written; the lock goes with the channel
        }
    }
}
