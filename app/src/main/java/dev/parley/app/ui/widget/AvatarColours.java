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
        return Math.floorMod(hash ^ (hash >>> 15), COUNT);
    }

    static String styleClass(int colour) {
        return "avatar-" + Math.floorMod(colour, COUNT);
    }
}
