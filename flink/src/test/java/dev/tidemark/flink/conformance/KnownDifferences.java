package dev.tidemark.flink.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.flink.referee.FlinkVersion;
import dev.tidemark.flink.referee.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Timelines about which an older Flink says something else than the one whose semantics the engine has. */
final class KnownDifferences {
    /** Each with the first version that agrees. */
    private static final Map<String, String> AGREES_SINCE = Map.of("watermarks/all-partitions-idle", "2.1");

    private KnownDifferences() {}

    /** The timelines about which older versions say something else. */
    static List<String> older() {
        return List.copyOf(AGREES_SINCE.keySet());
    }

    /** Fails when the two differ and that is not known, or agree where they were known to differ. */
    static void check(Verdict verdict) {
        boolean known = FlinkVersion.before(Objects.requireNonNull(AGREES_SINCE.getOrDefault(verdict.id(), "0")));
        assertThat(verdict.says() == Verdict.Says.DIFFERS)
                .as(verdict.id() + ", " + verdict.detail())
                .isEqualTo(known);
    }
}
