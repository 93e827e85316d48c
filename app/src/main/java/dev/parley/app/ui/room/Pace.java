package dev.parley.app.ui.room;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// Counts messages of the last minute. FX thread.
final class Pace {

    private static final int SECONDS = 60;

    private final int[] bySecond = new int[SECONDS];
    private final ReadOnlyIntegerWrapper perMinute = new ReadOnlyIntegerWrapper();
    private int now;
    private int sum;

    ReadOnlyIntegerProperty perMinuteProperty() {
        return perMinute.getReadOnlyProperty();
    }

    void message() {
        bySecond[now]++;
        sum++;
    }

    /// A second has passed. The number is told once a second, so that a busy room does not redraw for each message.
    void tick() {
        perMinute.set(sum);
        now = (now + 1) % SECONDS;
        sum -= bySecond[now];
        bySecond[now] = 0;
    }
}
