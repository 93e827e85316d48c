package dev.parley.app;

import org.jspecify.annotations.Nullable;

/// The version of this program, from the manifest of its jar.
public final class Version {

    private Version() {}

    /// For example `0.1.0`; `development` when run from a folder of classes.
    public static String current() {
        @Nullable String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
