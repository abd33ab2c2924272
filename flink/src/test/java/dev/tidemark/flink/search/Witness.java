package dev.tidemark.flink.search;

import dev.tidemark.flink.referee.Outcome;
import dev.tidemark.flink.referee.Outcomes;
import java.util.List;
import java.util.function.LongFunction;

/** Says what the engine does in the case of a seed: as text, which any loader's classes can read. */
public final class Witness implements LongFunction<List<List<String>>> {
    @Override
    public List<List<String>> apply(long seed) {
        return told(CaseRun.onEngine(RandomCases.of(seed)));
    }

    /** Outcomes section by section, those of a section in no order. */
    static List<List<String>> told(Outcomes outcomes) {
        return outcomes.sections().stream()
                .map(section -> section.stream().map(Outcome::toString).sorted().toList())
                .toList();
    }
}
