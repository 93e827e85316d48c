package dev.parley.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;

/// The secret of a data folder by which a host recognises a member that comes back.
public final class DeviceKey {

    private static final int BYTES = 32;

    private DeviceKey() {}

    /// Reads the key, or makes one. Several programs may do so at the same time and get the same key.
    ///
    /// @throws IOException also for a file that is not a key
    public static byte[] loadOrCreate(Path file, SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            byte[] fresh = new byte[BYTES];
            random.nextBytes(fresh);
            if (OwnerFiles.create(file, fresh)) {
                return fresh;
            }
            Arrays.fill(fresh, (byte) 0);
        }
        if (Files.size(file) != BYTES) {
            throw new IOException(file + " is damaged; delete it to get a new one");
        }
        return Files.readAllBytes(file);
    }
}
