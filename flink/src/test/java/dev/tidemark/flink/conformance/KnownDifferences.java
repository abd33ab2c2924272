package dev.tidemark.flink.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.flink.referee.FlinkVersion;
import dev.tidemark.flink.referee.Verdict;
import java.util.Map;

/** Timelines about which an older Flink says something else than the one whose semantics the engine has. */
final class KnownDifferences {
    /**
     * Why an older one differs.
     *
     * @param version the first that agrees
     */
    private record Since(String version, String reason) {}

    private static final Map<String, Since> AGREES_SINCE = Map.of(
            "watermarks/all-partitions-idle",
            new Since("2.1", "a source whose partitions are all idle kept the lowest of their watermarks"),
            "alignment/sources",
            new Since("2.3", "a source stopped by its latest watermark, not by the oldest of its last samples"));

    private KnownDifferences() {}

    /** Fails when the two differ and that is not known, or agree where they were known to differ. */
    static void check(Verdict verdict) {
        Since since = AGREES_SINCE.getOrDefault(verdict.id(), new Since("0", "nothing is known"));
        assertThat(verdict.says() == Verdict.Says.DIFFERS)
                .as(verdict.id() + ", " + verdict.detail() + "\nin older versions: " + since.reason())
                .isEqualTo(FlinkVersion.before(since.version()));
    }
}
