package dev.tidemark.benchmarks.measure;

import dev.tidemark.benchmarks.Engine;
import java.util.List;
import java.util.Optional;

/**
 * What came of a comparison.
 *
 * @param plain the plain loop's round, where there is one
 */
record Result(Comparison comparison, Optional<Round> plain, List<Pair> pairs) {
    Result {
        pairs = List.copyOf(pairs);
    }

    Spread speed(Engine engine) {
        return Spread.of(pairs.stream().map(pair -> pair.of(engine).perSecond()).toList());
    }

    Spread ratio() {
        return Spread.of(pairs.stream().map(Pair::ratio).toList());
    }

    Spread cpuRatio() {
        return Spread.of(pairs.stream().map(Pair::cpuRatio).toList());
    }
}
