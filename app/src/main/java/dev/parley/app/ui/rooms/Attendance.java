package dev.parley.app.ui.rooms;

import java.util.function.Consumer;

/// Whether the person is at the keyboard, from what she does in the window. FX thread.
///
/// ```java
/// scene.addEventFilter(InputEvent.ANY, _ -> attendance.active());
/// ```
public final class Attendance {

    /// Hosts are told at most this often that somebody is there.
    private static final int TELL_SECONDS = 10;
    /// After so long without a sign, others see the person as not at the keyboard.
    private static final int IDLE_SECONDS = 180;

    private final Runnable active;
    private final Consumer<Boolean> present;
    private int sinceActive;
    private int sinceTold = TELL_SECONDS;
    private boolean here = true;

    /// @param active tells the hosts that the person does something: [dev.parley.app.link.Links#active]
    /// @param present tells them whether the person is there: [dev.parley.app.link.Links#present]
    public Attendance(Runnable active, Consumer<Boolean> present) {
        this.active = active;
        this.present = present;
    }

    /// The person did something: a key, the mouse, the wheel, or came back to the window.
    public void active() {
        sinceActive = 0;
        if (!here) {
            here = true;
            present.accept(true);
            sinceTold = TELL_SECONDS;
        }
        if (sinceTold >= TELL_SECONDS) {
            sinceTold = 0;
            active.run();
        }
    }

    /// A second has passed.
    public void tick() {
        sinceActive++;
        sinceTold++;
        if (here && sinceActive >= IDLE_SECONDS) {
            here = false;
            present.accept(false);
        }
    }
}
