package dev.tidemark.flink.search;

import dev.tidemark.flink.referee.Outcome;
import dev.tidemark.flink.referee.Outcomes;
import java.util.List;
import java.util.function.LongFunction;

/** Says what the engine does in the case of a seed: as text, which any loader's classes can read. */
public final class Witness implements LongFunction<List<List<String>>> {
    @Override
    public List<List<String>> apply(long seed) {
        SearchCase search = RandomCases.of(seed);
        return told(search, CaseRun.onEngine(search));
    }

    /** Outcomes section by section, those of a section lane by lane. */
    static List<List<String>> told(SearchCase search, Outcomes outcomes) {
        return outcomes.arranged(search::lane).sections().stream()
                .map(section -> section.stream().map(Outcome::toString).toList())
                .toList();
    }
}
