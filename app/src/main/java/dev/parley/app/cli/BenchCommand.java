package dev.parley.app.cli;

import dev.parley.app.session.Endpoint;
import dev.parley.app.session.Problem;
import dev.parley.app.session.SessionException;
import dev.parley.bench.LoadException;
import dev.parley.bench.LoadPlan;
import dev.parley.bench.LoadReport;
import dev.parley.bench.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench`: a load test of this program's own server, or of a running one.
@Command(name = "bench", sortOptions = false)
final class BenchCommand extends CliCommand {

    /// Something was lost, doubled or out of order.
    private static final int FAULTS = 1;

    private static final int JOINS_AT_ONCE = 64;
    private static final int JOINS_AT_ONCE_ELSEWHERE = 12;
    private static final String MAX = "max";

    private final Loads loads;

    @Option(names = "--members", paramLabel = "N", descriptionKey = "option.members")
    private int members = 100;

    @Option(names = "--rooms", paramLabel = "N", descriptionKey = "option.rooms")
    private int rooms = 1;

    @Option(names = "--senders", paramLabel = "N", descriptionKey = "option.senders")
    private int senders = 4;

    @Option(names = "--rate", paramLabel = "N|max", descriptionKey = "option.rate")
    private String rate = MAX;

    @Option(names = "--seconds", paramLabel = "N", descriptionKey = "option.seconds")
    private int seconds = 10;

    @Option(names = "--warmup", paramLabel = "TIME", descriptionKey = "option.warmup", converter = Durations.class)
    private Duration warmup = Duration.ofSeconds(5);

    @Option(names = "--body", paramLabel = "BYTES", descriptionKey = "option.body")
    private int body = 128;

    @Option(names = "--idle", paramLabel = "N", descriptionKey = "option.idle-members")
    private @Nullable Integer idle;

    @Option(names = "--storm", paramLabel = "N", descriptionKey = "option.storm")
    private @Nullable Integer storm;

    @Option(names = "--locked", descriptionKey = "option.locked")
    private boolean locked;

    @Option(names = "--transport", paramLabel = "auto|tcp", descriptionKey = "option.transport")
    private WhereOptions.Transport transport = WhereOptions.Transport.auto;

    @Option(names = "--at", paramLabel = "HOST[:PORT]", descriptionKey = "option.bench-at")
    private @Nullable String at;

    @Option(names = "--server-pid", paramLabel = "PID", descriptionKey = "option.server-pid")
    private @Nullable Long serverPid;

    @Option(names = "--server-core", paramLabel = "N", descriptionKey = "option.server-core")
    private @Nullable Integer serverCore;

    BenchCommand(Surroundings surroundings, Loads loads) {
        super(surroundings);
        this.loads = loads;
    }

    /// Runs load tests.
    interface Loads {
        LoadReport run(LoadPlan plan, Optional<ServerProcess> server, SecureRandom random) throws InterruptedException;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (at != null) {
            Endpoint host = Endpoint.parse(at);
            InetSocketAddress address = new InetSocketAddress(InetAddress.getAllByName(host.host())[0], host.port());
            return run(plan(address), Optional.ofNullable(serverPid).flatMap(ServerProcess::of));
        }
        LoadPlan checked = plan(InetSocketAddress.createUnresolved("server", 0));
        OptionalInt core = serverCore == null ? OptionalInt.empty() : OptionalInt.of(serverCore);
        if (core.isPresent()) {
            keepThisProcessOn(core.getAsInt() + 1);
        }
        try (BenchServer server = BenchServer.start(checked.rooms(), locked, core)) {
            return run(plan(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port())), ServerProcess.of(server.pid()));
        }
    }

    private static void keepThisProcessOn(int core) throws IOException, InterruptedException {
        new ProcessBuilder("taskset", "-a", "-c", "-p", Integer.toString(core), Long.toString(ProcessHandle.current().pid()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor(5, TimeUnit.SECONDS);
    }

    private LoadPlan plan(InetSocketAddress host) {
        LoadPlan.Workload workload = idle != null ? LoadPlan.Workload.IDLE
                : storm != null ? LoadPlan.Workload.STORM : LoadPlan.Workload.FAN_OUT;
        int everybody = idle != null ? idle : storm != null ? storm : 0;
        int inEach = everybody == 0 ? members : Math.max(1, everybody / Math.max(1, rooms));
        try {
            return new LoadPlan(host, workload, rooms, inEach, Math.min(senders, inEach), perSecond(), warmup,
                    Duration.ofSeconds(seconds), body, transport == WhereOptions.Transport.auto,
                    locked ? LoadHost.PASSWORD : "", at == null ? JOINS_AT_ONCE : JOINS_AT_ONCE_ELSEWHERE, at != null);
        } catch (IllegalArgumentException e) {
            throw unusable(String.valueOf(e.getMessage()));
        }
    }

    private int perSecond() {
        if (rate.equals(MAX)) {
            return 0;
        }
        if (!rate.matches("[1-9][0-9]{0,5}")) {
            throw unusable("--rate " + MAX + " | 1..999999");
        }
        return Integer.parseInt(rate);
    }

    private static SessionException unusable(String why) {
        return new SessionException(Problem.USAGE, "bench-plan", why);
    }

    private int run(LoadPlan plan, Optional<ServerProcess> server) throws InterruptedException {
        Output output = output();
        output.status(text("bench.running", BenchReport.workload(plan), plan.people(), plan.rooms(), plan.host()));
        output.flush();
        LoadReport found;
        try {
            found = loads.run(plan, server, surroundings().random());
        } catch (LoadException e) {
            throw new SessionException(Problem.CANNOT_CONNECT, "bench-failed", String.valueOf(e.getMessage()));
        }
        BenchReport report = new BenchReport(found);
        if (output.isJson()) {
            output.json(report.json());
        } else {
            report.print(output, surroundings().texts());
        }
        output.flush();
        return found.faultless() ? Failure.OK : FAULTS;
    }
}
