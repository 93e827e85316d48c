package dev.parley.app.ui.widget;

/// The colours of avatars: `avatar-0` to `avatar-11` in the style sheet. White letters are readable on all of them.
public final class AvatarColours {

    /// How many there are.
    public static final int COUNT = 12;

    private AvatarColours() {}

    /// The colour that belongs to a name, the same on every machine.
    public static int of(String name) {
        int hash = 0;
        for (int c : name.strip().codePoints().toArray()) {
            hash = hash * 31 + Character.toLowerCase(c);
        }
        // names differ in few bits: mix them, as the finalizer of MurmurHash3 does
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return Math.floorMod(hash ^ (hash >>> 16), COUNT);
    }

    static String styleClass(int colour) {
        return "avatar-" + Math.floorMod(colour, COUNT);
    }
}
