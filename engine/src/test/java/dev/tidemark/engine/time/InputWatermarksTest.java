package dev.tidemark.engine.time;

import static dev.tidemark.engine.element.WatermarkStatus.ACTIVE;
import static dev.tidemark.engine.element.WatermarkStatus.IDLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import org.junit.jupiter.api.Test;

/** Channels 0 and 2 belong to the first input, channel 1 to the second. */
class InputWatermarksTest {
    private InputWatermarks inputs = new InputWatermarks(new int[] {0, 1, 0});
    private final Told told = new Told();

    private String watermark(int channel, long value) {
        inputs.watermark(channel, value, told);
        return told.since();
    }

    private String status(int channel, WatermarkStatus status) {
        inputs.status(channel, status, told);
        return told.since();
    }

    private void reach(long first, long second) {
        watermark(0, first);
        watermark(2, first);
        watermark(1, second);
    }

    @Test
    void lower_of_two_inputs_counts() {
        assertThat(watermark(0, 10)).isEmpty();
        assertThat(watermark(2, 12)).isEmpty();
        assertThat(watermark(1, 7)).isEqualTo("7");
        assertThat(watermark(1, 20)).isEqualTo("10");
        assertThat(watermark(0, 11)).isEqualTo("11");
    }

    @Test
    void each_channel_says_where_it_stands() {
        reach(10, 20);
        status(2, IDLE);
        assertThat(inputs.channels()).isEqualTo(3);
        assertThat(inputs.watermark(0)).isEqualTo(10);
        assertThat(inputs.watermark(1)).isEqualTo(20);
        assertThat(inputs.active(1)).isTrue();
        assertThat(inputs.active(2)).isFalse();
        assertThat(inputs.aligned(1)).isTrue();
        assertThat(inputs.aligned(2)).isFalse();
    }

    @Test
    void idle_input_is_not_waited_for() {
        reach(10, 5);
        assertThat(status(1, IDLE)).isEqualTo("10");
        watermark(0, 30);
        assertThat(watermark(2, 30)).isEqualTo("30");
        assertThat(status(1, ACTIVE)).isEmpty();
        assertThat(watermark(1, 25)).isEmpty();
        watermark(0, 50);
        assertThat(watermark(2, 50)).isEmpty();
        assertThat(watermark(1, 40)).isEqualTo("40");
    }

    @Test
    void when_both_are_idle_the_higher_counts_and_all_is_idle() {
        reach(10, 20);
        assertThat(status(1, IDLE)).isEmpty();
        assertThat(status(0, IDLE)).isEmpty();
        assertThat(status(2, IDLE)).isEqualTo("20 IDLE");
        assertThat(status(2, ACTIVE)).isEqualTo("ACTIVE");
        assertThat(watermark(2, 15)).isEmpty();
        assertThat(watermark(2, 25)).isEqualTo("25");
        assertThat(status(1, ACTIVE)).isEmpty();
        assertThat(watermark(2, 35)).isEmpty();
    }

    @Test
    void one_input_is_its_channels() {
        inputs = new InputWatermarks(new int[] {0, 0});
        assertThat(watermark(0, 10)).isEmpty();
        assertThat(watermark(1, 20)).isEqualTo("10");
        assertThat(status(0, IDLE)).isEqualTo("20");
        assertThat(status(1, IDLE)).isEqualTo("IDLE");
        assertThat(status(1, ACTIVE)).isEqualTo("ACTIVE");
    }

    @Test
    void inputs_that_start_at_a_watermark_reached_before_go_on_from_there() {
        inputs.resumeAt(50);
        assertThat(inputs.watermark(1)).isEqualTo(50);
        assertThat(watermark(1, 70)).isEmpty();
        assertThat(watermark(0, 60)).isEmpty();
        assertThat(watermark(2, 40)).isEmpty();
        assertThat(watermark(2, 65)).isEqualTo("60");
    }

    @Test
    void inputs_that_went_idle_where_they_started_say_no_more_than_that() {
        inputs.resumeAt(50);
        status(0, IDLE);
        status(2, IDLE);
        assertThat(status(1, IDLE)).isEqualTo("IDLE");
        assertThat(inputs.watermark(2)).isEqualTo(50);
    }

    private void copy() {
        ByteSink out = new ByteSink();
        inputs.snapshot(out);
        inputs = new InputWatermarks(new int[] {0, 1, 0});
        inputs.restore(new ByteSource(out.toBytes()));
    }

    @Test
    void copy_of_a_snapshot_goes_on_as_they_do() {
        reach(10, 20);
        copy();
        assertThat(watermark(1, 9)).isEmpty();
        assertThat(status(1, IDLE)).isEmpty();
        copy();
        watermark(0, 15);
        assertThat(watermark(2, 15)).isEqualTo("15");
        status(0, IDLE);
        assertThat(status(2, IDLE)).isEqualTo("20 IDLE");
        copy();
        assertThat(status(2, IDLE)).isEmpty();
        assertThat(status(0, ACTIVE)).isEqualTo("ACTIVE");
        assertThat(inputs.watermark(0)).isEqualTo(15);
        assertThat(new InputWatermarks(new int[] {0}).watermark(0)).isEqualTo(Watermark.BEGINNING);
    }
}
