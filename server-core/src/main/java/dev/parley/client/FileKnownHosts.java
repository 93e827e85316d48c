package dev.parley.client;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.RoomName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Pinned keys in a JSON file: `[{"host":"192.168.1.20","port":7420,"room":"Crew","key":"..."}]`, newest last. Read before
/// and replaced after each change, so that several programs may share it.
public final class FileKnownHosts implements KnownHosts {

    private static final int MOST = 500;
    private static final Gson JSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private record Pin(String host, int port, String room, String key) {
        boolean at(InetSocketAddress address) {
            return port == address.getPort() && host.equals(address.getHostString());
        }
    }

    private final Path file;

    private FileKnownHosts(Path file) {
        this.file = file;
    }

    /// The file need not exist yet.
    public static FileKnownHosts open(Path file) {
        return new FileKnownHosts(file);
    }

    @Override
    public synchronized boolean knows(Fingerprint key) {
        return read().stream().anyMatch(p -> p.key.equals(key.toString()));
    }

    @Override
    public synchronized Standing standing(InetSocketAddress address, RoomName room, Fingerprint key) {
        List<Pin> ofRoom = read().stream().filter(p -> p.room.equals(room.value())).toList();
        if (ofRoom.isEmpty()) {
            return Standing.NEW;
        }
        if (ofRoom.stream().anyMatch(p -> p.key.equals(key.toString()))) {
            return Standing.KNOWN;
        }
        return ofRoom.stream().anyMatch(p -> p.at(address)) ? Standing.CHANGED : Standing.ELSEWHERE;
    }

    @Override
    public synchronized void pin(InetSocketAddress address, RoomName room, Fingerprint key) {
        List<Pin> pins = read();
        Pin pin = new Pin(address.getHostString(), address.getPort(), room.value(), key.toString());
        if (!pins.isEmpty() && pins.getLast().equals(pin)) {
            return;
        }
        pins.removeIf(p -> p.at(address) && p.room.equals(room.value()));
        add(pins, pin);
    }

    @Override
    public synchronized void trust(InetSocketAddress address, RoomName room, Fingerprint key) {
        List<Pin> pins = read();
        pins.removeIf(p -> p.room.equals(room.value()));
        add(pins, new Pin(address.getHostString(), address.getPort(), room.value(), key.toString()));
    }

    private void add(List<Pin> pins, Pin pin) {
        pins.add(pin);
        while (pins.size() > MOST) {
            pins.removeFirst();
        }
        write(pins);
    }

    @Override
    public synchronized List<InetSocketAddress> addresses() {
        return read().reversed().stream().map(p -> new InetSocketAddress(p.host, p.port)).distinct().toList();
    }

    private List<Pin> read() {
        try {
            List<Pin> pins = JSON.fromJson(Files.readString(file), new TypeToken<List<Pin>>() {});
            return new ArrayList<>(pins == null ? List.of() : pins.stream().filter(FileKnownHosts::complete).toList());
        } catch (NoSuchFileException e) {
            return new ArrayList<>();
        } catch (IOException | JsonParseException e) {
            throw new ClientException("The list of known hosts cannot be read: " + file
                    + ". Repair it, or move it away to start a new one.", Optional.empty());
        }
    }

    @SuppressWarnings("ConstantValue") // Gson leaves out what the file lacks
    private static boolean complete(Pin pin) {
        return pin != null && pin.host != null && pin.room != null && pin.key != null && pin.port > 0 && pin.port < 65_536;
    }

    private void write(List<Pin> pins) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path next = Files.createTempFile(folder, "known-hosts", ".new"); // readable by the owner only
            Files.writeString(next, JSON.toJson(pins));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of known hosts cannot be written: " + file, e);
        }
    }
}
