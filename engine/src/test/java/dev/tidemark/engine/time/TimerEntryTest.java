package dev.tidemark.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.window.TimeWindow;
import org.junit.jupiter.api.Test;

class TimerEntryTest {
    private static final TimeWindow WINDOW = new TimeWindow(0, 10);

    @Test
    void timers_are_equal_when_key_namespace_and_time_are() {
        TimerEntry<String> timer = new TimerEntry<>("a", WINDOW, 9);
        assertThat(timer).isEqualTo(new TimerEntry<>("a", new TimeWindow(0, 10), 9));
        assertThat(timer).hasSameHashCodeAs(new TimerEntry<>("a", new TimeWindow(0, 10), 9));
        assertThat(timer).isNotEqualTo(new TimerEntry<>("b", WINDOW, 9));
        assertThat(timer).isNotEqualTo(new TimerEntry<>("a", new TimeWindow(0, 11), 9));
        assertThat(timer).isNotEqualTo(new TimerEntry<>("a", WINDOW, 8));
        assertThat(timer).isNotEqualTo("a");
    }

    @Test
    void timer_says_whose_it_is_and_when_it_fires() {
        assertThat(new TimerEntry<>("a", WINDOW, 9))
                .hasToString("timer of a [1970-01-01T00:00:00Z, 00:00:00.010) at 1970-01-01T00:00:00.009Z");
    }
}
