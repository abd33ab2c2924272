package dev.tidemark.benchmarks.measure;

import dev.tidemark.benchmarks.Engine;
import dev.tidemark.benchmarks.result.Checksum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Measures one comparison: processes in pairs, of which every other begins with the other engine.
 *
 * <p>Of each process the fastest round counts, so that neither engine pays for a JVM that is still warming up.
 */
final class Duel {
    private final Comparison comparison;
    private final Consumer<String> told;
    private @Nullable Checksum agreed;

    Duel(Comparison comparison, Consumer<String> told) {
        this.comparison = comparison;
        this.told = told;
    }

    /**
     * Runs so many pairs.
     *
     * @throws IllegalStateException if results differ
     */
    Result run(int pairs) throws Exception {
        Optional<Round> plain =
                comparison.fork(Engine.PLAIN).isPresent() ? Optional.of(fastest(Engine.PLAIN)) : Optional.empty();
        List<Pair> measured = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            Pair pair = i % 2 == 0 ? tidemarkFirst() : flinkFirst();
            told.accept("  ratio %.2f, of processor time %.2f".formatted(pair.ratio(), pair.cpuRatio()));
            measured.add(pair);
        }
        return new Result(comparison, plain, measured);
    }

    private Pair tidemarkFirst() throws Exception {
        Round tidemark = fastest(Engine.TIDEMARK);
        return new Pair(tidemark, fastest(Engine.FLINK));
    }

    private Pair flinkFirst() throws Exception {
        Round flink = fastest(Engine.FLINK);
        return new Pair(fastest(Engine.TIDEMARK), flink);
    }

    private Round fastest(Engine engine) throws Exception {
        Fork fork = comparison
                .fork(engine)
                .orElseThrow(
                        () -> new IllegalStateException(comparison.name() + " can't be done by " + engine.title()));
        List<Round> rounds = fork.run();
        rounds.forEach(round -> agree(engine, round.sample().checksum()));
        Round fastest = rounds.stream()
                .max(Comparator.comparingDouble(Round::perSecond))
                .orElseThrow();
        told.accept("  " + engine.title() + " " + comparison.unit().text(fastest.perSecond()));
        return fastest;
    }

    private void agree(Engine engine, Checksum checksum) {
        if (agreed == null) {
            agreed = checksum;
        } else if (!agreed.equals(checksum)) {
            throw new IllegalStateException("the results of " + comparison.name() + " differ: " + engine.title()
                    + " has " + checksum + ", and before there were " + agreed);
        }
    }
}
