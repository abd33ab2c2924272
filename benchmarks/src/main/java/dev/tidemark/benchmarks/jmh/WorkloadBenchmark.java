package dev.tidemark.benchmarks.jmh;

import dev.tidemark.benchmarks.Engine;
import dev.tidemark.benchmarks.Side;
import dev.tidemark.benchmarks.measure.Workloads;
import dev.tidemark.benchmarks.result.Checksum;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A workload from nothing to its last result, on one engine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms4g", "-Xmx4g"})
public class WorkloadBenchmark {
    /** Its name. */
    @Param({"tumbling", "sliding", "sessions", "interval-join", "pattern", "timers"})
    public String workload = "";

    /** Who does it. */
    @Param({"TIDEMARK", "FLINK"})
    public Engine engine = Engine.TIDEMARK;

    /** How many events. */
    @Param("1000000")
    public long events;

    private @Nullable Side side;

    /** Finds the program. */
    @Setup
    public void find() {
        side = Workloads.named(workload).side(engine);
    }

    /** Runs it once. */
    @Benchmark
    public Checksum run() throws Exception {
        return Objects.requireNonNull(side).run(events).checksum();
    }
}
