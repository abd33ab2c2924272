package dev.tidemark.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The command line. */
class OptionsTest {

    private static final List<Comparison> ALL = List.of(
            new Comparison("tumbling", "", Unit.EVENTS, Map.of()),
            new Comparison("sliding", "", Unit.EVENTS, Map.of()),
            new Comparison("cases", "", Unit.PIPELINES, Map.of()));

    @Test
    void without_options_all_is_measured_in_five_pairs() {
        Options options = Options.parse();

        assertThat(options.pairs()).isEqualTo(5);
        assertThat(options.chosen(ALL)).isEqualTo(ALL);
    }

    @Test
    void what_is_named_is_measured_in_the_order_of_the_table() {
        Options options = Options.parse("--only", "cases", "--only", "tumbling", "--pairs", "9");

        assertThat(options.chosen(ALL)).extracting(Comparison::name).containsExactly("tumbling", "cases");
        assertThat(options.pairs()).isEqualTo(9);
    }

    @Test
    void unknown_name_is_refused_with_those_that_there_are() {
        assertThatThrownBy(() -> Options.parse("--only", "hopping").chosen(ALL))
                .hasMessage("there is no 'hopping' to measure; there are: tumbling, sliding, cases");
    }

    @Test
    void unknown_option_is_refused_with_those_that_there_are() {
        assertThatThrownBy(() -> Options.parse("--fast", "yes"))
                .hasMessage("unknown option '--fast'; there are: --only, --pairs, --rounds, --percent, --out");
    }

    @Test
    void share_of_a_workload_is_a_multiple_of_forty() {
        assertThat(Options.parse().share(5_000_000)).isEqualTo(5_000_000);
        assertThat(Options.parse("--percent", "10").share(1000)).isEqualTo(120);
        assertThat(Options.parse("--percent", "1").share(1000)).isEqualTo(40);
    }

    @Test
    void number_of_pairs_must_be_a_number() {
        assertThatThrownBy(() -> Options.parse("--pairs", "many"))
                .hasMessage("--pairs needs a number of at least 1, not 'many'");
    }
}
