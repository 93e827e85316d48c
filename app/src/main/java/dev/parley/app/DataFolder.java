package dev.parley.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The folder with everything that Parley keeps, and the names of the files in it. The message log (`parley.mv.db`)
/// and its backups are named by the log itself.
///
/// @param path the folder; need not exist yet
public record DataFolder(Path path) {

    /// Makes the path absolute, so that it means the same whatever the working folder is.
    public DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    /// Where the operating system wants data of programs: `$XDG_DATA_HOME/parley` or `~/.local/share/parley`,
    /// `~/Library/Application Support/Parley` on macOS, `%APPDATA%\Parley` on Windows.
    public static DataFolder standard(Map<String, String> environment, String osName, Path home) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            Path base = roaming.isEmpty() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming);
            return new DataFolder(base.resolve("Parley"));
        }
        if (os.startsWith("mac")) {
            return new DataFolder(home.resolve("Library").resolve("Application Support").resolve("Parley"));
        }
        Path xdg = Path.of(environment.getOrDefault("XDG_DATA_HOME", ""));
        // the XDG specification says that a relative path is to be ignored
        Path base = xdg.isAbsolute() ? xdg : home.resolve(".local").resolve("share");
        return new DataFolder(base.resolve("parley"));
    }

    /// Makes the folder, for the owner alone, where it is missing.
    public DataFolder create() throws IOException {
        OwnerFiles.createFolder(path);
        return this;
    }

    /// Certificate and private key of this host.
    public Path identity() {
        return path.resolve("identity.p12");
    }

    /// The message log; there is none as long as nothing was hosted from here.
    public Path database() {
        return path.resolve("parley.mv.db");
    }

    /// Says that a host runs, and how its owner reaches it.
    public Path hostNote() {
        return path.resolve("host.json");
    }

    /// Rooms that are open on the running host, for the start after a crash.
    public Path openRooms() {
        return path.resolve("open-rooms");
    }

    /// Keys of hosts that were joined.
    public Path knownHosts() {
        return path.resolve("known-hosts.json");
    }

    /// Secret that lets a name be taken back after a crash.
    public Path deviceKey() {
        return path.resolve("device.key");
    }

    /// The port that was served last, so that members find the host again at the same place.
    public Path lastPort() {
        return path.resolve("last-port");
    }

    /// What the person has chosen in the window.
    public Path settings() {
        return path.resolve("settings.json");
    }

    /// Rooms that were visited with the window.
    public Path rooms() {
        return path.resolve("rooms.json");
    }

    /// Locked by the process that shows the window.
    public Path windowLock() {
        return path.resolve("window.lock");
    }

    /// Where a second start reaches the window.
    public Path windowSocket() {
        return path.resolve("window.sock");
    }

    /// What the program did, for its operator.
    public Path programLog() {
        return path.resolve("parley.log");
    }
}
