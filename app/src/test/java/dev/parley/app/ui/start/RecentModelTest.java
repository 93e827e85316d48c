package dev.parley.app.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecentModelTest {

    private static final String OWN = "C".repeat(42) + "A";

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // made before each test
    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder, "Ana");
        rig.remember(OWN, "Physics", "Ana", true, true, Duration.ofHours(20));
        rig.remember(HandLookout.BEN, "Crew", "Ben", false, true, Duration.ofDays(3));
        rig.model.shown();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private List<String> names() {
        return rig.model.recent().rooms().stream().map(r -> r.key().room().value()).toList();
    }

    @Test
    void whatIsInSightOrOpenIsNotRecent() {
        assertThat(names()).containsExactly("Physics", "Crew");
        var crew = HandLookout.room("Crew", true, 1, "Ben", HandLookout.BEN);
        rig.lookout.found(crew);
        assertThat(names()).containsExactly("Physics");
        rig.inside.add(Rig.key(OWN, "Physics"));
        assertThat(names()).isEmpty();
        rig.lookout.lost(crew);
        assertThat(names()).containsExactly("Crew");
    }

    @Test
    void ownRoomsAreHostedAgainAndOthersJoinedWhereTheyWere() {
        rig.model.recent().open(rig.model.recent().rooms().getFirst());
        assertThat(rig.hosted).containsExactly("again Physics OptionalInt.empty");
        rig.model.recent().open(rig.model.recent().rooms().getLast());
        assertThat(rig.navigator.calls).containsExactly("join Crew");
    }

    @Test
    void removingCanBeUndone() {
        rig.model.recent().remove(rig.model.recent().rooms().getLast());
        assertThat(names()).containsExactly("Physics");
        rig.model.recent().undo();
        assertThat(names()).containsExactly("Physics", "Crew");
        rig.model.recent().remove(rig.model.recent().rooms().getLast());
        rig.time.pass(Duration.ofSeconds(9));
        rig.model.recent().undo();
        assertThat(names()).containsExactly("Physics");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-20T12:00:30Z | just now
            2026-11-20T11:59:00Z | a minute ago
            2026-11-20T11:15:00Z | 45 minutes ago
            2026-11-20T11:00:00Z | an hour ago
            2026-11-20T03:00:00Z | 9 hours ago
            2026-11-19T23:00:00Z | yesterday
            2026-11-16T12:00:00Z | 4 days ago
            2026-10-01T12:00:00Z | on Oct 1, 2026
            """)
    void timesAreSaidAsPeopleDo(String then, String words) {
        Ago ago = new Ago(Texts.ofWindow(Locale.US), ZoneOffset.UTC);
        assertThat(ago.of(Instant.parse(then), Rig.NOW)).isEqualTo(words);
    }
}
