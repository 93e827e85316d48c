package dev.parley.log.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.h2.store.fs.FilePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One file of the [Journal]: a head (`PJ01`, then the time when the database was made, which tells whose journal this
/// is), then records (length 4, CRC-32C 4, bytes), all big-endian. A record that is not complete ends the file: it was
/// being written when the host died or the disk was full, and nobody was told that it is stored.
///
/// Not thread-safe, except that [#force] may run beside [#append], and [#truncate] beside all but that.
final class JournalFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);
    private static final int MAGIC = 0x504A3031;
    private static final int HEAD_BYTES = 12;
    private static final int RECORD_HEAD_BYTES = 8;

    private final Path path;
    private final FileChannel channel;
    private final long database;
    private long end; // 0: nothing, not even the head
    private boolean torn; // there may be something behind the end

    /// @param scheme H2 file system
    /// @param database when the database was made
    JournalFile(Path path, String scheme, long database) throws IOException {
        this.path = path;
        this.database = database;
        OwnerOnly.createFile(path);
        this.channel = FilePath.get(scheme + path).open("rw");
    }

    boolean isEmpty() {
        return end == 0;
    }

    /// What was appended, record by record; the next one goes behind it.
    ///
    /// @throws DamagedException if this is the journal of another database
    List<ByteBuffer> read() throws IOException {
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(path));
        List<ByteBuffer> records = new ArrayList<>();
        end = 0;
        if (all.remaining() < HEAD_BYTES) {
            return records;
        }
        int magic = all.getInt();
        long whose = all.getLong();
        if (magic == 0 && whose == 0) {
            LOG.warn("{}: {} bytes were never completed", path.getFileName(), all.limit()); // a power cut left room only
            torn = true;
            return records;
        }
        if (magic != MAGIC || whose != database) {
            throw new DamagedException("the journal is not of this database");
        }
        while (all.remaining() >= RECORD_HEAD_BYTES) {
            int length = all.getInt();
            int crc = all.getInt();
            if (length < 1 || length > all.remaining()) {
                break;
            }
            ByteBuffer record = all.slice(all.position(), length);
            if (crc(record) != crc) {
                break;
            }
            records.add(record);
            all.position(all.position() + length);
            end = all.position();
        }
        if (end < all.limit()) {
            LOG.warn("{}: {} bytes at its end were never completed", path.getFileName(), all.limit() - end);
        }
        return records;
    }

    /// Hands one record to the operating system; survives the end of the process when it returns. After an exception the
    /// record may or may not be found by [#read], until the next one takes its place.
    ///
    /// @param record with room for the heads before its position
    void append(ByteBuffer record) throws IOException {
        int start = record.position();
        int length = record.remaining();
        record.putInt(start - RECORD_HEAD_BYTES, length).putInt(start - 4, crc(record));
        int from = start - RECORD_HEAD_BYTES;
        if (end == 0) {
            from -= HEAD_BYTES;
            record.putInt(from, MAGIC).putLong(from + 4, database);
        }
        record.position(from);
        if (torn) {
            channel.truncate(end);
        }
        torn = true;
        long at = end;
        while (record.hasRemaining()) {
            at += channel.write(record, at);
        }
        end = at;
        torn = false;
    }

    /// Bytes that [#append] puts before a record.
    static int headroom() {
        return HEAD_BYTES + RECORD_HEAD_BYTES;
    }

    void force() throws IOException {
        channel.force(false);
    }

    /// Frees the space, which may take a while, of a file that is still taken for full.
    void truncate() throws IOException {
        channel.truncate(0);
    }

    void empty() throws IOException {
        truncate();
        end = 0;
    }

    /// Leaves no empty file behind.
    @Override
    public void close() throws IOException {
        channel.close();
        if (Files.exists(path) && Files.size(path) == 0) {
            Files.delete(path);
        }
    }

    private static int crc(ByteBuffer record) {
        CRC32C crc = new CRC32C();
        crc.update(record.duplicate());
        return (int) crc.getValue();
    }
}
