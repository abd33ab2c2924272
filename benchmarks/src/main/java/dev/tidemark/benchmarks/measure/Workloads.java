package dev.tidemark.benchmarks.measure;

import dev.tidemark.benchmarks.Engine;
import dev.tidemark.benchmarks.Workload;
import dev.tidemark.benchmarks.event.EventPlan;
import dev.tidemark.benchmarks.join.JoinByHand;
import dev.tidemark.benchmarks.join.JoinOnFlink;
import dev.tidemark.benchmarks.join.JoinPlan;
import dev.tidemark.benchmarks.pattern.ClimbsByHand;
import dev.tidemark.benchmarks.pattern.ClimbsOnFlink;
import dev.tidemark.benchmarks.timers.TimersByHand;
import dev.tidemark.benchmarks.timers.TimersOnFlink;
import dev.tidemark.benchmarks.timers.TimersOnTidemark;
import dev.tidemark.benchmarks.window.WindowPlan;
import dev.tidemark.benchmarks.window.WindowsByHand;
import dev.tidemark.benchmarks.window.WindowsOnFlink;
import dev.tidemark.benchmarks.window.WindowsOnTidemark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Every workload, in the order of the table. */
public final class Workloads {
    private static final EventPlan EVENTS = EventPlan.STANDARD;
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final long MILLION = 1_000_000;

    private Workloads() {}

    /** All of them. */
    public static List<Workload> all() {
        List<Workload> all = new ArrayList<>();
        all.add(windows(
                "tumbling",
                "10 s tumbling count and sum, 1,000 keys",
                5 * MILLION,
                WindowPlan.tumbling(EVENTS, TEN_SECONDS)));
        all.add(windows(
                "sliding",
                "sliding 60 s / 1 s count and sum, 1,000 keys",
                MILLION / 2,
                WindowPlan.sliding(EVENTS.withRate(1), Duration.ofSeconds(60), Duration.ofSeconds(1))));
        all.add(windows(
                "sessions",
                "sessions of 300 ms, 1,000 keys",
                2 * MILLION,
                WindowPlan.sessions(EVENTS, Duration.ofMillis(300))));
        JoinPlan join = JoinPlan.alike(EVENTS.withRate(5));
        all.add(Workload.ofEvents("interval-join", "interval join ±100 ms, 1,000 keys", 2 * MILLION)
                .on(Engine.PLAIN, new JoinByHand(join).side())
                .on(Engine.FLINK, new JoinOnFlink(join).side()));
        all.add(Workload.ofEvents("pattern", "pattern of three steps within 5 s, 1,000 keys", MILLION)
                .on(Engine.PLAIN, new ClimbsByHand(EVENTS).side())
                .on(Engine.FLINK, new ClimbsOnFlink(EVENTS).side()));
        all.add(Workload.ofEvents("timers", "process function, a timer for each event, 1,000 keys", 2 * MILLION)
                .on(Engine.PLAIN, new TimersByHand(EVENTS).side())
                .on(Engine.FLINK, new TimersOnFlink(EVENTS).side())
                .on(Engine.TIDEMARK, new TimersOnTidemark(EVENTS).side()));
        for (int exponent = 3; exponent <= 7; exponent++) {
            int keys = (int) Math.pow(10, exponent);
            all.add(windows(
                    "keys-1e" + exponent,
                    "10 s tumbling count and sum, 10^" + exponent + " keys",
                    5 * MILLION,
                    WindowPlan.tumbling(EVENTS.withKeys(keys), TEN_SECONDS)));
        }
        return all;
    }

    private static Workload windows(String name, String title, long events, WindowPlan plan) {
        return Workload.ofEvents(name, title, events)
                .on(Engine.PLAIN, new WindowsByHand(plan).side())
                .on(Engine.TIDEMARK, new WindowsOnTidemark(plan).side())
                .on(Engine.FLINK, new WindowsOnFlink(plan).side());
    }

    /**
     * The one of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Workload named(String name) {
        return all().stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no workload '" + name + "'; there are: "
                        + String.join(", ", all().stream().map(Workload::name).toList())));
    }
}
