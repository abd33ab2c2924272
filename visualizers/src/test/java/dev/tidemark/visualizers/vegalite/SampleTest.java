package dev.tidemark.visualizers.vegalite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static UnitView points(int count, int everyKept) {
        List<Integer> numbers = IntStream.range(0, count).boxed().toList();
        Rows rows = Rows.from(numbers)
                .number("n", n -> n)
                .keep("late", n -> everyKept > 0 && n % everyKept == 0)
                .rows();
        return UnitView.of(rows, Mark.point()).x(Field.number("n"));
    }

    private static Sample sample(int most, UnitView... units) {
        return Spec.of(LayerView.of(List.of(units))).sample(most);
    }

    private static int size(Sample sample, int layer) {
        return sample.spec().view().units().get(layer).rows().size();
    }

    @Test
    void what_fits_stays_whole_and_needs_no_caption() {
        Sample sample = sample(100, points(100, 0));

        assertThat(sample.isWhole()).isTrue();
        assertThat(sample.caption()).isEmpty();
    }

    @Test
    void what_does_not_fit_is_thinned_evenly_and_the_caption_says_so() {
        Sample sample = sample(5, points(101, 0));

        assertThat(sample.spec().view().units().get(0).rows().tree().toString())
                .isEqualTo("[{n=0}, {n=25}, {n=50}, {n=75}, {n=100}]");
        assertThat(sample.caption())
                .isEqualTo("This still picture draws 5 of 101 marks, an even sample; the live chart draws all.");
    }

    @Test
    void rows_to_keep_are_all_kept() {
        Sample sample = sample(2_000, points(20_000, 20));

        assertThat(sample.shown()).isEqualTo(2_000);
        assertThat(sample.kept()).isEqualTo(1_000);
        assertThat(sample.caption())
                .isEqualTo("This still picture draws 2,000 of 20,000 marks: all 1,000 that are late, "
                        + "and an even sample of the others; the live chart draws all.");
    }

    @Test
    void too_many_rows_to_keep_leave_a_quarter_for_the_others_and_the_caption_says_so() {
        Sample sample = sample(2_000, points(20_000, 2));

        assertThat(sample.shown()).isEqualTo(2_000);
        assertThat(sample.caption())
                .isEqualTo("This still picture draws 2,000 of 20,000 marks: an even sample of 1,500 of the 10,000 "
                        + "that are late; the live chart draws all.");
    }

    @Test
    void a_small_table_stays_whole_beside_a_large_one() {
        Sample sample = sample(1_000, points(5_000, 0), points(40, 0));

        assertThat(size(sample, 0)).isEqualTo(960);
        assertThat(size(sample, 1)).isEqualTo(40);
    }

    @Test
    void counted_rows_are_not_marks() {
        UnitView histogram = UnitView.of(points(5_000, 0).rows(), Mark.bar())
                .x(Field.number("n").bin(100))
                .y(Field.count());

        assertThat(sample(10, histogram).isWhole()).isTrue();
    }

    @Test
    void a_sample_has_at_least_one_mark() {
        Spec spec = Spec.of(points(3, 0));

        assertThatThrownBy(() -> spec.sample(0)).hasMessage("a sample needs at least one mark, not 0");
    }
}
