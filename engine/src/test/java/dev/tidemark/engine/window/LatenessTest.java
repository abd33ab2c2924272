package dev.tidemark.engine.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenessTest {
    private static final TimeWindow WINDOW = new TimeWindow(0, 10);

    @Test
    void window_is_late_when_the_watermark_is_its_end_and_the_lateness() {
        Lateness five = new Lateness(5, true);
        assertThat(five.cleanupTime(WINDOW)).isEqualTo(14);
        assertThat(five.windowLate(WINDOW, 13)).isFalse();
        assertThat(five.windowLate(WINDOW, 14)).isTrue();
    }

    @Test
    void element_is_late_when_the_watermark_is_its_time_and_the_lateness() {
        Lateness five = new Lateness(5, true);
        assertThat(five.elementLate(3, 7)).isFalse();
        assertThat(five.elementLate(3, 8)).isTrue();
        assertThat(five.mergedLate(WINDOW, 13)).isFalse();
        assertThat(five.mergedLate(WINDOW, 14)).isTrue();
    }

    @Test
    void in_processing_time_nothing_is_late() {
        Lateness five = new Lateness(5, false);
        assertThat(five.cleanupTime(WINDOW)).isEqualTo(9);
        assertThat(five.windowLate(WINDOW, 100)).isFalse();
        assertThat(five.elementLate(3, 100)).isFalse();
        assertThat(five.mergedLate(WINDOW, 100)).isFalse();
    }

    @Test
    void window_whose_lateness_ends_behind_the_end_of_time_is_never_late() {
        Lateness endless = new Lateness(Long.MAX_VALUE, true);
        assertThat(endless.cleanupTime(WINDOW)).isEqualTo(Long.MAX_VALUE);
        assertThat(endless.windowLate(WINDOW, Long.MAX_VALUE - 1)).isFalse();
        assertThat(endless.elementLate(1, Long.MIN_VALUE)).isTrue();
        assertThat(endless.mergedLate(WINDOW, Long.MIN_VALUE + 8)).isTrue();
        assertThat(endless.mergedLate(WINDOW, Long.MIN_VALUE + 7)).isFalse();
    }
}
