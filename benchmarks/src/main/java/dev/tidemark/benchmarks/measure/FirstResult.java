package dev.tidemark.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import dev.tidemark.benchmarks.Sample;
import dev.tidemark.benchmarks.Side;
import dev.tidemark.benchmarks.cases.Cases;
import java.lang.management.ManagementFactory;

/**
 * One process that builds and runs one pipeline of a hundred events: how long it is from {@code main} to the last result.
 *
 * <p>Argument: the engine.
 */
public final class FirstResult {
    private FirstResult() {}

    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        Side side = arguments[0].equals("FLINK") ? Cases.onFlink() : Cases.onTidemark();
        Sample first = side.run(0);
        Sample sinceMain = new Sample(System.nanoTime() - start, first.checksum());
        long cpu =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        System.out.println(new Round(1, cpu, sinceMain));
        System.exit(0);
    }
}
