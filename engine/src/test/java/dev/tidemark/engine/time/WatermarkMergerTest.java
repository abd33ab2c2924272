package dev.tidemark.engine.time;

import static dev.tidemark.engine.element.WatermarkStatus.ACTIVE;
import static dev.tidemark.engine.element.WatermarkStatus.IDLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Three channels; what is passed on. Flink's valve is asked the same in the module flink. */
class WatermarkMergerTest {
    private final WatermarkMerger merger = new WatermarkMerger(3);
    private final Told told = new Told();

    private String watermark(int channel, long value) {
        merger.watermark(channel, value, told);
        return told.since();
    }

    private String status(int channel, WatermarkStatus status) {
        merger.status(channel, status, told);
        return told.since();
    }

    @Test
    void lowest_of_all_is_passed_on_when_each_has_spoken() {
        assertThat(watermark(0, 10)).isEmpty();
        assertThat(watermark(1, 20)).isEmpty();
        assertThat(watermark(2, 5)).isEqualTo("5");
        assertThat(watermark(2, 4)).isEmpty();
        assertThat(merger.watermark(2)).isEqualTo(5);
        assertThat(watermark(2, 15)).isEqualTo("10");
        assertThat(merger.watermark(2)).isEqualTo(15);
    }

    @Test
    void idle_channel_is_neither_waited_for_nor_listened_to() {
        watermark(0, 10);
        watermark(1, 20);
        assertThat(status(2, IDLE)).isEqualTo("10");
        assertThat(merger.active(2)).isFalse();
        assertThat(merger.aligned(2)).isFalse();
        assertThat(watermark(2, 12)).isEmpty();
        assertThat(merger.watermark(2)).isEqualTo(Watermark.BEGINNING);
        assertThat(status(2, IDLE)).isEmpty();
        assertThat(watermark(0, 15)).isEqualTo("15");
    }

    @Test
    void channel_that_did_not_hold_the_others_back_goes_idle_in_silence() {
        watermark(0, 10);
        watermark(1, 20);
        watermark(2, 30);
        assertThat(status(2, IDLE)).isEmpty();
        assertThat(status(1, IDLE)).isEmpty();
        assertThat(watermark(0, 12)).isEqualTo("12");
    }

    @Test
    void last_to_go_idle_lets_the_highest_through_if_it_was_the_lowest() {
        watermark(0, 10);
        watermark(1, 20);
        watermark(2, 30);
        status(1, IDLE);
        status(2, IDLE);
        assertThat(status(0, IDLE)).isEqualTo("30 IDLE");
        assertThat(watermark(0, 99)).isEmpty();
        assertThat(status(2, ACTIVE)).isEqualTo("ACTIVE");
        assertThat(merger.aligned(2)).isTrue();
        assertThat(status(0, ACTIVE)).isEmpty();
        assertThat(merger.aligned(0)).isFalse();
        assertThat(watermark(2, 31)).isEqualTo("31");
    }

    @Test
    void last_to_go_idle_lets_nothing_through_if_it_was_not_aligned() {
        watermark(0, 10);
        watermark(1, 10);
        status(2, IDLE);
        watermark(0, 20);
        status(2, ACTIVE);
        status(0, IDLE);
        assertThat(status(1, IDLE)).isEmpty();
        assertThat(status(2, IDLE)).isEqualTo("IDLE");
    }

    @Test
    void channel_that_wakes_behind_holds_nothing_back_until_it_has_caught_up() {
        watermark(0, 10);
        watermark(1, 10);
        status(2, IDLE);
        assertThat(status(2, ACTIVE)).isEmpty();
        assertThat(status(2, ACTIVE)).isEmpty();
        assertThat(watermark(0, 20)).isEmpty();
        assertThat(watermark(1, 20)).isEqualTo("20");
        assertThat(watermark(2, 19)).isEmpty();
        assertThat(merger.aligned(2)).isFalse();
        assertThat(watermark(2, 20)).isEmpty();
        assertThat(merger.aligned(2)).isTrue();
        watermark(0, 30);
        assertThat(watermark(1, 30)).isEmpty();
        assertThat(watermark(2, 25)).isEqualTo("25");
    }

    @Test
    void channel_that_wakes_where_the_others_stand_is_waited_for() {
        watermark(0, 10);
        watermark(1, 10);
        watermark(2, 10);
        status(2, IDLE);
        status(2, ACTIVE);
        watermark(0, 20);
        assertThat(watermark(1, 20)).isEmpty();
        assertThat(watermark(2, 15)).isEqualTo("15");
    }

    @Test
    void that_starts_at_a_watermark_reached_before_goes_on_from_there() {
        merger.resumeAt(50);
        watermark(0, 60);
        watermark(1, 60);
        assertThat(watermark(2, 40)).isEmpty();
        assertThat(watermark(2, 55)).isEqualTo("55");
    }

    @Test
    void copy_of_a_snapshot_goes_on_as_the_merger_does() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            WatermarkMerger one = new WatermarkMerger(3);
            WatermarkMerger other = new WatermarkMerger(3);
            Told otherTold = new Told();
            for (int i = 0; i < 40; i++) {
                ByteSink out = new ByteSink();
                one.snapshot(out);
                other.restore(new ByteSource(out.toBytes()));
                int channel = random.nextInt(3);
                if (random.nextInt(3) == 0) {
                    WatermarkStatus status = random.nextBoolean() ? IDLE : ACTIVE;
                    one.status(channel, status, told);
                    other.status(channel, status, otherTold);
                } else {
                    long value = random.nextInt(i + 5);
                    one.watermark(channel, value, told);
                    other.watermark(channel, value, otherTold);
                }
                assertThat(otherTold.since()).isEqualTo(told.since());
            }
        }
    }
}
