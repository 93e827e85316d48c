package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.parley.app.session.FakeRoomClient;
import dev.parley.bench.Histogram;
import dev.parley.bench.LoadPlan;
import dev.parley.bench.LoadReport;
import dev.parley.bench.ServerProcess;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Rig rig = new Rig(Path.of(""), new FakeRoomClient.Host("Crew", null));
    private final List<LoadPlan> plans = new ArrayList<>();
    private long lost;
    private long duplicated;
    private long misordered;

    @BeforeEach
    void aNetwork() {
        rig = new Rig(folder, new FakeRoomClient.Host("Crew", null));
    }

    private LoadReport measured(LoadPlan plan, Optional<ServerProcess> server, SecureRandom random) {
        plans.add(plan);
        boolean fanOut = plan.workload() == LoadPlan.Workload.FAN_OUT;
        return new LoadReport(plan, 2, 1_000, lost, duplicated, misordered, new Histogram(),
                fanOut ? OptionalDouble.of(1.23456) : OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.of(80_000),
                fanOut ? OptionalDouble.empty() : OptionalDouble.of(17.5), OptionalDouble.of(0.5), OptionalDouble.empty(), 3);
    }

    private int bench(boolean json, String... args) {
        CommandLine line = new CommandLineApp(rig.surroundings(), WindowOpener.NONE).commandLine();
        line.setErr(new PrintWriter(new StringWriter()));
        CommandLine bench = new CommandLine(new ParleyCommand()).addSubcommand(new BenchCommand(rig.surroundings(), this::measured));
        bench.setResourceBundle(rig.surroundings().texts().bundle());
        bench.setExecutionExceptionHandler((e, command, parsed) -> Failure.of(e, rig.surroundings().texts()).exit());
        List<String> all = new ArrayList<>(json ? List.of("--json") : List.of());
        all.addAll(List.of("bench", "--at", "127.0.0.1:7420"));
        all.addAll(List.of(args));
        return bench.execute(all.toArray(String[]::new));
    }

    private JsonObject object() {
        return JsonParser.parseString(rig.out().strip()).getAsJsonObject();
    }

    @Test
    void aFanOutIsOneObjectWithWhatApplies() {
        assertThat(bench(true, "--members", "20", "--rate", "50", "--body", "200", "--transport", "tcp")).isEqualTo(Failure.OK);

        assertThat(object().keySet()).containsExactly("workload", "members", "rooms", "senders", "rate", "seconds", "bodyBytes",
                "transport", "deliveries", "deliveriesPerSecond", "lost", "duplicated", "misordered", "p50Micros", "p99Micros",
                "maxMicros", "serverCpuMicrosPerDelivery", "serverRssKb", "joinSeconds");
        assertThat(object().get("rate").getAsInt()).isEqualTo(50);
        assertThat(object().get("deliveriesPerSecond").getAsInt()).isEqualTo(500);
        assertThat(object().get("serverCpuMicrosPerDelivery").getAsDouble()).isEqualTo(1.235);
        assertThat(object().get("transport").getAsString()).isEqualTo("tcp");
    }

    @Test
    void idleMembersHaveNoDeliveries() {
        assertThat(bench(true, "--idle", "500", "--rooms", "5")).isEqualTo(Failure.OK);

        assertThat(object().keySet()).containsExactly(
                "workload", "members", "rooms", "transport", "serverRssKb", "rssPerIdleMemberKb", "joinSeconds");
        assertThat(object().get("workload").getAsString()).isEqualTo("idle");
        assertThat(plans.getFirst().members()).isEqualTo(100);
    }

    @Test
    void lossIsAnError() {
        lost = 1;
        assertThat(bench(true)).isEqualTo(1);
        assertThat(object().get("lost").getAsInt()).isEqualTo(1);
    }

    @Test
    void whatComesTwiceOrOutOfOrderIsAnError() {
        duplicated = 1;
        assertThat(bench(false)).isEqualTo(1);
        duplicated = 0;
        misordered = 1;
        assertThat(bench(false)).isEqualTo(1);
        assertThat(rig.out()).contains("1 out of order");
    }

    @Test
    void aStrangersServerHasItsRoomsMadeAndIsNotCrowded() {
        bench(true);

        assertThat(plans.getFirst().makeRooms()).isTrue();
        assertThat(plans.getFirst().joinsAtOnce()).isLessThan(16);
        assertThat(plans.getFirst().rate()).isZero();
    }

    @Test
    void whatCannotBeMeasuredIsAMistakeOfTheUser() {
        assertThat(bench(true, "--rate", "fast")).isEqualTo(Failure.USAGE);
        assertThat(bench(true, "--members", "0")).isEqualTo(Failure.USAGE);
        assertThat(bench(true, "--body", "10")).isEqualTo(Failure.USAGE);
        assertThat(plans).isEmpty();
    }
}
