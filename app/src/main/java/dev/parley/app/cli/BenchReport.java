package dev.parley.app.cli;

import com.google.gson.JsonObject;
import dev.parley.app.Texts;
import dev.parley.bench.Histogram;
import dev.parley.bench.LoadPlan;
import dev.parley.bench.LoadReport;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// What a load test has found, for programs and for people.
///
/// @param report what was found
record BenchReport(LoadReport report) {

    private static final int BAR_WIDTH = 40;
    private static final int KIB = 1024;

    /// One object; what does not apply is absent.
    JsonObject json() {
        LoadPlan plan = report.plan();
        boolean fanOut = plan.workload() == LoadPlan.Workload.FAN_OUT;
        JsonObject json = new JsonObject();
        json.addProperty("workload", workload(plan));
        json.addProperty("members", plan.people());
        json.addProperty("rooms", plan.rooms());
        if (fanOut) {
            json.addProperty("senders", plan.senders());
            if (plan.rate() > 0) {
                json.addProperty("rate", plan.rate());
            } else {
                json.addProperty("rate", "max");
            }
            json.addProperty("seconds", rounded(report.seconds()));
            json.addProperty("bodyBytes", plan.bodyBytes());
        }
        json.addProperty("transport", plan.datagrams() ? "auto" : "tcp");
        if (fanOut) {
            json.addProperty("deliveries", report.deliveries());
            json.addProperty("deliveriesPerSecond", Math.round(report.deliveries() / report.seconds()));
            json.addProperty("lost", report.lost());
            json.addProperty("duplicated", report.duplicated());
            json.addProperty("misordered", report.misordered());
            json.addProperty("p50Micros", report.latency().micros(0.5));
            json.addProperty("p99Micros", report.latency().micros(0.99));
            json.addProperty("maxMicros", report.latency().maxMicros());
        }
        add(json, "serverCpuMicrosPerDelivery", report.serverCpuMicros());
        add(json, "generatorCpuMicrosPerDelivery", report.generatorCpuMicros());
        report.serverRssKb().ifPresent(kb -> json.addProperty("serverRssKb", kb));
        add(json, "rssPerIdleMemberKb", report.idleMemberKb());
        add(json, "joinSeconds", report.joinSeconds());
        add(json, "returnSeconds", report.returnSeconds());
        return json;
    }

    static String workload(LoadPlan plan) {
        return switch (plan.workload()) {
            case FAN_OUT -> plan.rooms() > 1 ? "rooms" : "fan-out";
            case IDLE -> "idle";
            case STORM -> "storm";
        };
    }

    private static void add(JsonObject json, String name, OptionalDouble value) {
        value.ifPresent(v -> json.addProperty(name, rounded(v)));
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    void print(Output output, Texts texts) {
        if (report.plan().workload() == LoadPlan.Workload.FAN_OUT) {
            printFanOut(output, texts);
        }
        report.serverRssKb().ifPresent(kb -> output.answer(texts.get("bench.rss", decimal((double) kb / KIB, 1))));
        report.idleMemberKb().ifPresent(kb -> output.answer(texts.get("bench.idle-member", decimal(kb, 1))));
        report.joinSeconds().ifPresent(s -> output.answer(texts.get("bench.join", decimal(s, 2))));
        report.returnSeconds().ifPresent(s -> output.answer(texts.get("bench.return", decimal(s, 2))));
        output.answer(report.faultless()
                ? texts.get("bench.faultless")
                : texts.get("bench.faults", report.lost(), report.duplicated(), report.misordered()));
    }

    private void printFanOut(Output output, Texts texts) {
        Histogram latency = report.latency();
        output.answer(texts.get("bench.deliveries", report.deliveries(), decimal(report.seconds(), 1),
                decimal(report.deliveries() / report.seconds(), 0)));
        output.answer(texts.get("bench.latency", millis(latency.micros(0.5)), millis(latency.micros(0.99)), millis(latency.maxMicros())));
        List<Histogram.Bar> bars = latency.bars();
        long most = bars.stream().mapToLong(Histogram.Bar::count).max().orElse(1);
        for (Histogram.Bar bar : bars) {
            String picture = "#".repeat((int) Math.ceilDiv(bar.count() * BAR_WIDTH, Math.max(1, most)));
            output.answer(texts.get("bench.bar", String.format(Locale.ROOT, "%12.3f", bar.upToMicros() / 1e3),
                    String.format(Locale.ROOT, "%-" + BAR_WIDTH + "s", picture), bar.count()));
        }
        if (report.serverCpuMicros().isPresent() && report.generatorCpuMicros().isPresent()) {
            output.answer(texts.get("bench.cpu", decimal(report.serverCpuMicros().getAsDouble(), 3),
                    decimal(report.generatorCpuMicros().getAsDouble(), 3)));
        }
        output.answer(texts.get("bench.datagrams", report.viaDatagrams(), report.plan().people()));
    }

    private static String millis(long micros) {
        return decimal(micros / 1e3, 3);
    }

    private static String decimal(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
