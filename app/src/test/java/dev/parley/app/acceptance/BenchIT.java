package dev.parley.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The load test in small, with its own server in another process: nothing may be lost, whatever it costs here.
@Timeout(120)
class BenchIT {

    @TempDir
    private Path folder = Path.of("");

    private JsonObject bench(String... args) {
        try (Running bench = Parley.on(folder).run(args)) {
            assertThat(bench.exit()).as(bench.errors()).isZero();
            return bench.events().getFirst();
        }
    }

    @Test
    void asMuchAsTheServerTakesArrivesOnceAndInOrder() {
        JsonObject found = bench("bench", "--members", "20", "--seconds", "1", "--warmup", "500ms");

        assertThat(found.get("workload").getAsString()).isEqualTo("fan-out");
        assertThat(found.get("deliveries").getAsLong()).isPositive();
        assertThat(found.get("lost").getAsLong()).isZero();
        assertThat(found.get("p99Micros").getAsLong()).isPositive();
    }

    @Test
    void manyRoomsOverTlsAlone() {
        JsonObject found = bench("bench", "--rooms", "5", "--members", "4", "--senders", "2", "--rate", "20", "--seconds", "1",
                "--warmup", "0ms", "--transport", "tcp");

        assertThat(found.get("members").getAsInt()).isEqualTo(20);
        assertThat(found.get("deliveries").getAsLong()).isPositive();
        assertThat(found.get("lost").getAsLong() + found.get("duplicated").getAsLong() + found.get("misordered").getAsLong()).isZero();
    }

    @Test
    void aStormIntoLockedRoomsAndBack() {
        JsonObject found = bench("bench", "--storm", "10", "--rooms", "2", "--locked", "--warmup", "0ms");

        assertThat(found.get("joinSeconds").getAsDouble()).isPositive();
        assertThat(found.get("returnSeconds").getAsDouble()).isPositive();
    }

    @Test
    void aRunningHostHasItsRoomsMade() {
        try (Running host = Parley.on(folder.resolve("host")).start("host", "Crew", "--open", "--port", "0", "--no-announce")) {
            JsonObject found = bench("bench", "--at", "127.0.0.1:" + host.event("ready").get("port").getAsInt(),
                    "--rooms", "3", "--members", "3", "--rate", "10", "--seconds", "1", "--warmup", "0ms");

            assertThat(found.get("rooms").getAsInt()).isEqualTo(3);
            assertThat(found.get("lost").getAsLong()).isZero();
        }
    }
}
