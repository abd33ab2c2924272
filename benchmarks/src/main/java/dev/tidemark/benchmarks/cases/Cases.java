package dev.tidemark.benchmarks.cases;

import dev.tidemark.benchmarks.Engine;
import dev.tidemark.benchmarks.Sample;
import dev.tidemark.benchmarks.Side;
import dev.tidemark.benchmarks.Workload;
import dev.tidemark.benchmarks.result.Checksum;
import java.util.Map;

/** The work of building and running one case after the other. */
public final class Cases {
    private static final int PACKED = 40;

    private Cases() {}

    /** The cases from the first on, so many as a run has units; on Flink forty of them in a job, which is its fastest way. */
    public static Workload workload() {
        return new Workload("cases", "pipelines of 100 events, built and run", "pipelines", 1000, Map.of())
                .on(Engine.PLAIN, eachOf(new CaseByHand().side(), 1))
                .on(Engine.TIDEMARK, eachOf(onTidemark(), 1))
                .on(Engine.FLINK, eachOf(new CaseOnFlink(PACKED).side(), PACKED));
    }

    /** The case of a number, on Tidemark. */
    public static Side onTidemark() {
        return new CaseOnTidemark().side();
    }

    /** The case of a number, on Flink. */
    public static Side onFlink() {
        return new CaseOnFlink(1).side();
    }

    /** The time is that of everything, and not only what an engine says its job took. */
    private static Side eachOf(Side one, int atOnce) {
        return cases -> {
            if (cases % atOnce != 0) {
                throw new IllegalArgumentException(
                        cases + " cases can't be run " + atOnce + " at once; take a multiple of " + atOnce);
            }
            long start = System.nanoTime();
            Checksum all = Checksum.NONE;
            for (long number = 0; number < cases; number += atOnce) {
                all = all.plus(one.run(number).checksum());
            }
            return new Sample(System.nanoTime() - start, all);
        };
    }
}
