package dev.parley.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The names of backups: `parley-20261120-163501-123.zip`, the time in UTC. A file with such a name has passed its
/// check.
public final class BackupFiles {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS");
    private static final Pattern NAME = Pattern.compile("parley-(\\d{8}-\\d{6}-\\d{3})\\.zip");

    private BackupFiles() {}

    /// The time as it stands in file names.
    public static String stamp(Instant at) {
        return STAMP.format(at.atOffset(ZoneOffset.UTC));
    }

    /// The name of a backup made at this time.
    public static Path named(Path folder, Instant at) {
        return folder.resolve("parley-" + stamp(at) + ".zip");
    }

    /// All backups in a folder, the newest first; none if there is no such folder.
    public static List<Path> newestFirst(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> time(file).isPresent())
                    .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed())
                    .toList();
        }
    }

    /// When a backup was made, from its name; empty if it is not the name of a backup.
    public static Optional<Instant> time(Path file) {
        Path last = file.getFileName();
        Matcher name = NAME.matcher(last == null ? "" : last.toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(name.group(1), STAMP).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Deletes all but the newest.
    public static void prune(Path folder, int keep) throws IOException {
        for (Path old : newestFirst(folder).stream().skip(keep).toList()) {
            Files.deleteIfExists(old);
        }
    }
}
