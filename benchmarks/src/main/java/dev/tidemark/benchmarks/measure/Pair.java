package dev.tidemark.benchmarks.measure;

import dev.tidemark.benchmarks.Engine;

/** The fastest round of a process of Tidemark, and of one of Flink that ran right before or after it. */
record Pair(Round tidemark, Round flink) {
    Round of(Engine engine) {
        return engine == Engine.TIDEMARK ? tidemark : flink;
    }

    /** How many times as fast Tidemark was. */
    double ratio() {
        return tidemark.perSecond() / flink.perSecond();
    }

    /** How many times as much processor time Flink took, on all its threads. */
    double cpuRatio() {
        return flink.cpuNanosPerUnit() / tidemark.cpuNanosPerUnit();
    }
}
