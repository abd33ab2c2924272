package dev.tidemark.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Medians. */
class SpreadTest {

    @Test
    void median_of_an_odd_number_is_the_one_in_the_middle() {
        assertThat(Spread.of(List.of(5.0, 1.0, 3.0))).isEqualTo(new Spread(1, 3, 5));
    }

    @Test
    void median_of_an_even_number_lies_between_the_two_in_the_middle() {
        assertThat(Spread.of(List.of(8.0, 1.0, 3.0, 5.0))).isEqualTo(new Spread(1, 4, 8));
    }

    @Test
    void nothing_has_no_median() {
        assertThatThrownBy(() -> Spread.of(List.of()))
                .hasMessage("no figures have no median; measure at least one pair");
    }
}
