package dev.parley.app.ui.room;

import dev.parley.client.ClientEvent.Way;
import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Puts together what is known about the connection into one status. FX thread.
final class Reach {

    private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(new Status.CatchingUp());
    private boolean connected = true;
    private boolean inside;
    private boolean idle;
    private boolean complete;
    private boolean datagrams;
    private boolean writable = true;
    private String whyOffline = "";
    private String whyReadOnly = "";
    private int seconds;

    ReadOnlyObjectProperty<Status> statusProperty() {
        return status.getReadOnlyProperty();
    }

    void online() {
        connected = true;
        tell();
    }

    void offline(String why, Duration retryIn) {
        connected = false;
        inside = false;
        whyOffline = why;
        seconds = Math.clamp(retryIn.plusMillis(999).toSeconds(), 1, 3_600);
        tell();
    }

    /// @param more whether entries are still to come
    void joined(Way way, boolean more) {
        connected = true;
        inside = true;
        idle = false;
        complete = !more;
        datagrams = way == Way.UDP;
        tell();
    }

    void caughtUp() {
        complete = true;
        tell();
    }

    void way(Way way) {
        datagrams = way == Way.UDP;
        tell();
    }

    void writable(boolean now, String why) {
        writable = now;
        whyReadOnly = why;
        tell();
    }

    void idle() {
        idle = true;
        inside = false;
        tell();
    }

    /// A second has passed.
    void tick() {
        if (!connected && seconds > 0) {
            seconds--;
            tell();
        }
    }

    private void tell() {
        status.set(now());
    }

    private Status now() {
        if (!connected) {
            return new Status.Offline(whyOffline, seconds);
        }
        if (idle) {
            return new Status.Idle();
        }
        if (!inside || !complete) {
            return new Status.CatchingUp();
        }
        return writable ? new Status.Online(datagrams) : new Status.ReadOnly(whyReadOnly);
    }
}
