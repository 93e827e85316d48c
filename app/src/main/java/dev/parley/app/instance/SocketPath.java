package dev.parley.app.instance;

import dev.parley.app.DataFolder;
import dev.parley.app.OwnerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// Where the socket lies: in the data folder, or, when that path is too long for a socket address (about 100 bytes, see
/// `unix(7)`), in a folder of the owner below the temporary one.
final class SocketPath {

    private static final int LONGEST = 100;

    private SocketPath() {}

    static Path in(DataFolder folder) throws IOException {
        Path usual = folder.windowSocket();
        byte[] name = usual.toString().getBytes(StandardCharsets.UTF_8);
        if (name.length <= LONGEST) {
            return usual;
        }
        String user = System.getProperty("user.name", "");
        Path mine = Path.of(System.getProperty("java.io.tmpdir"), "parley-" + UUID.nameUUIDFromBytes(user.getBytes(StandardCharsets.UTF_8)));
        OwnerFiles.createFolder(mine);
        if (!Files.getOwner(mine).equals(Files.getOwner(folder.path()))) {
            throw new IOException(mine + " belongs to somebody else");
        }
        return mine.resolve(UUID.nameUUIDFromBytes(name) + ".sock");
    }
}
