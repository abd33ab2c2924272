package dev.tidemark.benchmarks.jmh;

import dev.tidemark.benchmarks.Side;
import dev.tidemark.benchmarks.cases.Cases;
import dev.tidemark.benchmarks.result.Checksum;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many pipelines of a hundred events Tidemark builds and runs in a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CaseBenchmark {
    private final Side cases = Cases.onTidemark();
    private long number;

    /** Builds and runs the next case. */
    @Benchmark
    public Checksum buildAndRun() throws Exception {
        return cases.run(number++).checksum();
    }
}
