package dev.parley.app;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import dev.parley.crypto.Fingerprint;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// `host.json`: how other programs of the same owner reach the host that runs on this data folder. Only its owner may
/// read it, because the token opens the log. It is there while the host runs; after a crash it is stale, which
/// [#isStale] recognises by the process.
///
/// ```json
/// {"address":"127.0.0.1","port":7420,"fingerprint":"...","token":"...","pid":4711,"started":1763654400000}
/// ```
///
/// @param address where the host listens for its owner: loopback unless it is bound to one address
/// @param port TCP and UDP port
/// @param fingerprint key of the host
/// @param token lets a client on this machine act as the owner
/// @param pid process of the host
/// @param started when that process started, whole milliseconds; 0 where the system does not say
public record HostNote(String address, int port, Fingerprint fingerprint, String token, long pid, long started) {

    private static final int MAX_BYTES = 4096;

    /// A note about this process.
    public static HostNote here(String address, int port, Fingerprint fingerprint, String token) {
        ProcessHandle self = ProcessHandle.current();
        return new HostNote(address, port, fingerprint, token, self.pid(), startOf(self));
    }

    /// The note in that file; empty if there is none or it cannot be understood.
    public static Optional<HostNote> read(Path file) throws IOException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                return Optional.empty();
            }
            return parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    public void write(Path file) throws IOException {
        StringWriter json = new StringWriter();
        try (JsonWriter out = new JsonWriter(json)) {
            out.beginObject();
            out.name("address").value(address).name("port").value(port);
            out.name("fingerprint").value(fingerprint.toString()).name("token").value(token);
            out.name("pid").value(pid).name("started").value(started);
            out.endObject();
        }
        OwnerFiles.replace(file, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Removes the file if it is still this note, and not that of a host that was started later.
    public void remove(Path file) throws IOException {
        if (read(file).filter(this::equals).isPresent()) {
            Files.deleteIfExists(file);
        }
    }

    /// True if the process that wrote the note is gone.
    public boolean isStale() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return process.isEmpty() || (started != 0 && startOf(process.get()) != started);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static Optional<HostNote> parse(String json) throws IOException {
        String address = "";
        String fingerprint = "";
        String token = "";
        int port = 0;
        long pid = 0;
        long started = 0;
        try (JsonReader in = new JsonReader(new StringReader(json))) {
            in.beginObject();
            while (in.hasNext()) {
                switch (in.nextName()) {
                    case "address" -> address = in.nextString();
                    case "port" -> port = in.nextInt();
                    case "fingerprint" -> fingerprint = in.nextString();
                    case "token" -> token = in.nextString();
                    case "pid" -> pid = in.nextLong();
                    case "started" -> started = in.nextLong();
                    default -> in.skipValue();
                }
            }
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            return Optional.empty(); // written by something else, or cut
        }
        Optional<Fingerprint> key = Fingerprint.parse(fingerprint);
        if (key.isEmpty() || address.isEmpty() || token.isEmpty() || port < 1 || port > 65_535) {
            return Optional.empty();
        }
        return Optional.of(new HostNote(address, port, key.get(), token, pid, started));
    }

    /// Says nothing of the token.
    @Override
    public String toString() {
        return "HostNote[" + address + ":" + port + ", pid " + pid + "]";
    }
}
