package dev.parley.log;

/// The form of a device hash wherever one is used as a key.
final class DeviceHash {

    private static final int MAX = 128;

    private DeviceHash() {}

    static String requireValid(String hash) {
        if (hash.isEmpty() || hash.length() > MAX) {
            throw new IllegalArgumentException("a device hash has 1 to " + MAX + " characters");
        }
        return hash;
    }
}
