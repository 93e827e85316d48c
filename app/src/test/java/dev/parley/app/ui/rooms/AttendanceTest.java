package dev.parley.app.ui.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttendanceTest {

    private final List<String> told = new ArrayList<>();
    private final Attendance attendance = new Attendance(() -> told.add("active"), here -> told.add(here ? "here" : "gone"));

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            attendance.tick();
        }
    }

    @Test
    void hostsAreToldSeldomThatSomebodyIsThere() {
        for (int i = 0; i < 100; i++) {
            attendance.active();
        }
        assertThat(told).containsExactly("active");
        pass(10);
        attendance.active();
        assertThat(told).containsExactly("active", "active");
    }

    @Test
    void whoeverDoesNothingIsNotAtTheKeyboardAndComesBackAtOnce() {
        attendance.active();
        pass(179);
        assertThat(told).containsExactly("active");
        pass(200);
        assertThat(told).containsExactly("active", "gone");
        attendance.active();
        assertThat(told).containsExactly("active", "gone", "here", "active");
    }
}
