package dev.tidemark.benchmarks.measure;

import dev.tidemark.benchmarks.Engine;
import dev.tidemark.benchmarks.Sample;
import dev.tidemark.benchmarks.Side;
import dev.tidemark.benchmarks.Workload;

/**
 * One process of a measurement: does a workload on one engine so many times and prints a {@link Round} for each.
 *
 * <p>Arguments: workload, engine, units, rounds.
 */
public final class Worker {
    private Worker() {}

    public static void main(String[] arguments) throws Exception {
        Workload workload = Workloads.named(arguments[0]);
        Side side = workload.side(Engine.valueOf(arguments[1]));
        long units = Long.parseLong(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        for (int i = 0; i < rounds; i++) {
            Sample sample = side.run(units);
            System.out.println(new Round(units, sample));
        }
        // the threads of Flink's cluster would keep the process alive
        System.exit(0);
    }
}
