package dev.tidemark.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.benchmarks.Sample;
import dev.tidemark.benchmarks.result.Checksum;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The table. */
class ReportTest {

    private static final Machine MACHINE = new Machine("Abacus", 2, "Linux 6", "VM 17");

    private static Round round(long units, long millis, long cpuMillis) {
        return new Round(units, cpuMillis * 1_000_000, new Sample(millis * 1_000_000, Checksum.NONE));
    }

    @Test
    void line_has_medians_and_where_they_come_from() {
        Comparison comparison = new Comparison("tumbling", "tumbling windows", Unit.EVENTS, Map.of());
        Result result = new Result(
                comparison,
                Optional.of(round(1_000_000, 20, 20)),
                List.of(
                        new Pair(round(1_000_000, 100, 110), round(1_000_000, 300, 440)),
                        new Pair(round(1_000_000, 80, 100), round(1_000_000, 400, 500)),
                        new Pair(round(1_000_000, 125, 130), round(1_000_000, 250, 390))));

        assertThat(Report.markdown("2026-01-01", MACHINE, "3 pairs", List.of(result)))
                .startsWith("Measured on 2026-01-01: Abacus, 2 cores, Linux 6, VM 17; Apache Flink ")
                .endsWith("| tumbling windows | **10.00 M/s** (8.00 M/s to 12.50 M/s) "
                        + "| **3.33 M/s** (2.50 M/s to 4.00 M/s) | **3.00** (2.00 to 5.00) "
                        + "| **4.00** (3.00 to 5.00) | 50.00 M/s |\n");
    }

    @Test
    void single_thing_is_told_by_how_long_it_took() {
        Comparison comparison = new Comparison("first", "the first", Unit.MILLISECONDS, Map.of());
        Result result = new Result(
                comparison,
                Optional.empty(),
                List.of(
                        new Pair(round(1, 90, 100), round(1, 2700, 100)),
                        new Pair(round(1, 80, 100), round(1, 2400, 100)),
                        new Pair(round(1, 100, 100), round(1, 3000, 100))));

        assertThat(Report.markdown("2026-01-01", MACHINE, "1 pair", List.of(result)))
                .endsWith("| the first | **90 ms** (80 ms to 100 ms) | **2,700 ms** (2,400 ms to 3,000 ms) "
                        + "| **30.00** (30.00 to 30.00) | **1.00** (1.00 to 1.00) |  |\n");
    }

    @Test
    void slow_work_is_counted_in_thousands_and_pipelines_singly() {
        assertThat(Unit.EVENTS.text(123_456)).isEqualTo("123 k/s");
        assertThat(Unit.PIPELINES.text(2345)).isEqualTo("2,345 /s");
    }
}
