package dev.tidemark.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.benchmarks.Engine;
import dev.tidemark.benchmarks.Sample;
import dev.tidemark.benchmarks.result.Checksum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Processes in pairs. */
class DuelTest {

    /** A process that prints what it is told to. */
    public static final class Echo {
        private Echo() {}

        /** Prints a round for each of its arguments: nanoseconds, and the rows of the checksum. */
        public static void main(String[] arguments) {
            for (String argument : arguments) {
                String[] parts = argument.split(":", -1);
                Sample sample = new Sample(Long.parseLong(parts[0]), new Checksum(Long.parseLong(parts[1]), 0));
                System.out.println(new Round(1000, sample.nanos(), sample));
            }
        }
    }

    private static Fork echo(String... rounds) {
        return new Fork(List.of(), ClassPath.whole(), Echo.class, List.of(rounds));
    }

    private static Comparison comparison(Fork tidemark, Fork flink) {
        return new Comparison("echo", "echo", Unit.EVENTS, Map.of(Engine.TIDEMARK, tidemark, Engine.FLINK, flink));
    }

    @Test
    void every_other_pair_begins_with_the_other_engine() throws Exception {
        List<String> told = new ArrayList<>();

        new Duel(comparison(echo("1000:7"), echo("3000:7")), told::add).run(2);

        assertThat(told)
                .containsExactly(
                        "  Tidemark 1000.00 M/s",
                        "  Flink 333.33 M/s",
                        "  ratio 3.00, of processor time 3.00",
                        "  Flink 333.33 M/s",
                        "  Tidemark 1000.00 M/s",
                        "  ratio 3.00, of processor time 3.00");
    }

    @Test
    void fastest_round_of_a_process_counts() throws Exception {
        Result result =
                new Duel(comparison(echo("9000:7", "1000:7", "2000:7"), echo("4000:7", "5000:7")), any -> {}).run(1);

        assertThat(result.ratio().median()).isEqualTo(4);
    }

    @Test
    void different_results_end_the_measurement() {
        assertThatThrownBy(() -> new Duel(comparison(echo("1000:7"), echo("1000:8")), any -> {}).run(1))
                .hasMessage("the results of echo differ: Flink has 8:0000000000000000, "
                        + "and before there were 7:0000000000000000");
    }

    @Test
    void process_that_fails_is_shown_with_what_it_printed() {
        assertThatThrownBy(() -> new Duel(comparison(echo("oops"), echo("1000:7")), any -> {}).run(1))
                .hasMessageStartingWith("the process of Echo oops ended with 1 after 0 rounds and printed:\n")
                .hasMessageContaining("NumberFormatException");
    }
}
