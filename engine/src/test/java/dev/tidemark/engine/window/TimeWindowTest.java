package dev.tidemark.engine.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeWindowTest {
    private static final String SIX_HOURS = "2018-02-01T06:00:00Z/2018-02-01T12:00:00Z";

    @Test
    void interval_is_read_as_it_was_written() {
        TimeWindow window = TimeWindow.parse(SIX_HOURS);
        assertThat(window.from()).isEqualTo(Instant.parse("2018-02-01T06:00:00Z"));
        assertThat(window.until()).isEqualTo(Instant.parse("2018-02-01T12:00:00Z"));
        assertThat(window.interval()).isEqualTo(SIX_HOURS);
        for (TimeWindow each : new TimeWindow[] {
            new TimeWindow(Long.MIN_VALUE, Long.MAX_VALUE), new TimeWindow(-5, 0), new TimeWindow(0, 1)
        }) {
            assertThat(TimeWindow.parse(each.interval())).isEqualTo(each);
        }
    }

    @Test
    void ends_of_time_are_numbers_in_an_interval() {
        assertThat(new TimeWindow(Long.MIN_VALUE, Long.MAX_VALUE).interval())
                .isEqualTo("-9223372036854775808ms/9223372036854775807ms");
    }

    @Test
    void what_is_no_interval() {
        assertThatThrownBy(() -> TimeWindow.parse("2018-02-01T06:00:00Z"))
                .hasMessage("'2018-02-01T06:00:00Z' is not an interval; write " + SIX_HOURS);
        assertThatThrownBy(() -> TimeWindow.parse("/2018-02-01T06:00:00Z"))
                .hasMessage("'' is not an instant; write 2018-02-01T06:00:00Z or 1517464800000ms");
    }

    @Test
    void text_shows_the_day_once_where_the_window_lies_in_one() {
        assertThat(TimeWindow.parse(SIX_HOURS)).hasToString("[2018-02-01T06:00:00Z, 12:00:00)");
        assertThat(TimeWindow.parse("2018-02-01T18:00:00Z/2018-02-02T00:00:00Z"))
                .hasToString("[2018-02-01T18:00:00Z, 2018-02-02T00:00:00Z)");
    }

    @Test
    void windows_are_ordered_by_start_and_then_by_end() {
        assertThat(new TimeWindow(1, 9)).isLessThan(new TimeWindow(2, 3)).isLessThan(new TimeWindow(1, 10));
        assertThat(new TimeWindow(1, 9))
                .isGreaterThan(new TimeWindow(0, 20))
                .isEqualByComparingTo(new TimeWindow(1, 9));
    }

    @Test
    void windows_that_touch_meet_on_either_side() {
        TimeWindow window = new TimeWindow(10, 20);
        assertThat(window.meets(new TimeWindow(20, 30))).isTrue();
        assertThat(window.meets(new TimeWindow(21, 30))).isFalse();
        assertThat(window.meets(new TimeWindow(0, 10))).isTrue();
        assertThat(window.meets(new TimeWindow(0, 9))).isFalse();
        assertThat(window.cover(new TimeWindow(0, 10))).isEqualTo(new TimeWindow(0, 20));
    }
}
