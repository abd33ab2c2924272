package dev.tidemark.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import dev.tidemark.benchmarks.Engine;
import dev.tidemark.benchmarks.Sample;
import dev.tidemark.benchmarks.Side;
import dev.tidemark.benchmarks.Workload;
import java.lang.management.ManagementFactory;

/**
 * One process of a measurement: does a workload on one engine so many times and prints a {@link Round} for each.
 *
 * <p>Arguments: workload, engine, units, rounds.
 */
public final class Worker {
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Worker() {}

    public static void main(String[] arguments) throws Exception {
        Workload workload = Workloads.named(arguments[0]);
        Side side = workload.side(Engine.valueOf(arguments[1]));
        long units = Long.parseLong(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        for (int i = 0; i < rounds; i++) {
            long before = PROCESS.getProcessCpuTime();
            Sample sample = side.run(units);
            System.out.println(new Round(units, PROCESS.getProcessCpuTime() - before, sample));
        }
        // the threads of Flink's cluster would keep the process alive
        System.exit(0);
    }
}
