package dev.tidemark.benchmarks.measure;

import dev.tidemark.benchmarks.Engine;
import dev.tidemark.benchmarks.Workload;
import dev.tidemark.benchmarks.cases.Cases;
import dev.tidemark.benchmarks.event.EventPlan;
import dev.tidemark.benchmarks.join.JoinByHand;
import dev.tidemark.benchmarks.join.JoinOnFlink;
import dev.tidemark.benchmarks.join.JoinOnTidemark;
import dev.tidemark.benchmarks.join.JoinPlan;
import dev.tidemark.benchmarks.nexmark.NexmarkPlan;
import dev.tidemark.benchmarks.nexmark.query.NexmarkQueries;
import dev.tidemark.benchmarks.pattern.ClimbsByHand;
import dev.tidemark.benchmarks.pattern.ClimbsOnFlink;
import dev.tidemark.benchmarks.pattern.ClimbsOnTidemark;
import dev.tidemark.benchmarks.timers.TimersByHand;
import dev.tidemark.benchmarks.timers.TimersOnFlink;
import dev.tidemark.benchmarks.timers.TimersOnTidemark;
import dev.tidemark.benchmarks.window.WindowPlan;
import dev.tidemark.benchmarks.window.WindowsByHand;
import dev.tidemark.benchmarks.window.WindowsOnFlink;
import dev.tidemark.benchmarks.window.WindowsOnTidemark;
import dev.tidemark.engine.state.rocksdb.RocksDbStateBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Every workload, in the order of the table. */
public final class Workloads {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final long MILLION = 1_000_000;
    private static final int FIVE_MILLION = 5_000_000;

    private Workloads() {}

    /** All of them. */
    public static List<Workload> all() {
        List<Workload> all = new ArrayList<>(ofEvents(EventPlan.STANDARD));
        all.addAll(byKeys(EventPlan.STANDARD));
        all.addAll(inRocksDb(EventPlan.STANDARD, FIVE_MILLION));
        all.add(Cases.workload());
        all.addAll(NexmarkQueries.over(NexmarkPlan.STANDARD, 2 * MILLION));
        return all;
    }

    /** Those over a stream of synthetic events. */
    static List<Workload> ofEvents(EventPlan events) {
        WindowPlan tumbling = WindowPlan.tumbling(events, TEN_SECONDS);
        WindowPlan sliding = WindowPlan.sliding(events.withRate(1), Duration.ofSeconds(60), Duration.ofSeconds(1));
        WindowPlan sessions = WindowPlan.sessions(events, Duration.ofMillis(300));
        JoinPlan join = JoinPlan.alike(events.withRate(Math.max(1, events.perMilli() / 2)));
        return List.of(
                windows("tumbling", "10 s tumbling count and sum", 5 * MILLION, tumbling),
                windows("tumbling-p4", "10 s tumbling count and sum, four subtasks simulated", 5 * MILLION, tumbling)
                        .on(Engine.TIDEMARK, new WindowsOnTidemark(tumbling, 4).side(4)),
                windows("sliding", "sliding 60 s / 1 s count and sum", MILLION / 2, sliding),
                windows("sessions", "sessions of 300 ms, count and sum", 2 * MILLION, sessions),
                Workload.ofEvents("interval-join", "interval join ±100 ms", 2 * MILLION)
                        .on(Engine.PLAIN, new JoinByHand(join).side())
                        .on(Engine.TIDEMARK, new JoinOnTidemark(join).side())
                        .on(Engine.FLINK, new JoinOnFlink(join).side()),
                Workload.ofEvents("pattern", "pattern of three steps within 5 s", MILLION)
                        .on(Engine.PLAIN, new ClimbsByHand(events).side())
                        .on(Engine.TIDEMARK, new ClimbsOnTidemark(events).side())
                        .on(Engine.FLINK, new ClimbsOnFlink(events).side()),
                Workload.ofEvents("timers", "process function, a timer for each event", 2 * MILLION)
                        .on(Engine.PLAIN, new TimersByHand(events).side())
                        .on(Engine.FLINK, new TimersOnFlink(events).side())
                        .on(Engine.TIDEMARK, new TimersOnTidemark(events).side()));
    }

    /** The first of them with more and more keys. */
    private static List<Workload> byKeys(EventPlan events) {
        List<Workload> byKeys = new ArrayList<>();
        int keys = 1000;
        for (int exponent = 3; exponent <= 7; exponent++) {
            byKeys.add(windows(
                    "keys-1e" + exponent,
                    "10 s tumbling count and sum, 10^" + exponent + " keys",
                    5 * MILLION,
                    WindowPlan.tumbling(events.withKeys(keys), TEN_SECONDS)));
            keys *= 10;
        }
        return byKeys;
    }

    /** The first of them with its state in RocksDB, and so many keys in windows that hold most of them at a time. */
    static List<Workload> inRocksDb(EventPlan events, int keys) {
        return List.of(
                windowsInRocksDb(
                        "tumbling-rocksdb",
                        "10 s tumbling count and sum, state in RocksDB",
                        WindowPlan.tumbling(events, TEN_SECONDS)),
                windowsInRocksDb(
                        "keys-5e6-rocksdb",
                        "10 min tumbling count and sum, 5 × 10^6 keys, state in RocksDB, of which 64 MB stay on the heap",
                        WindowPlan.tumbling(events.withKeys(keys), TEN_MINUTES)));
    }

    private static Workload windowsInRocksDb(String name, String title, WindowPlan plan) {
        return Workload.ofEvents(name, title, FIVE_MILLION)
                .on(Engine.PLAIN, new WindowsByHand(plan).side())
                .on(
                        Engine.TIDEMARK,
                        new WindowsOnTidemark(plan, 1)
                                .side(options -> options.stateBackend(RocksDbStateBackend.create())))
                .on(Engine.FLINK, new WindowsOnFlink(plan).inRocksDb().side());
    }

    private static Workload windows(String name, String title, long events, WindowPlan plan) {
        return Workload.ofEvents(name, title, events)
                .on(Engine.PLAIN, new WindowsByHand(plan).side())
                .on(Engine.TIDEMARK, new WindowsOnTidemark(plan, 1).side())
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
