package dev.tidemark.flink.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.engine.time.WatermarkMerger;
import dev.tidemark.engine.timeline.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.io.PushingAsyncDataInput;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.StatusWatermarkValve;
import org.junit.jupiter.api.Test;

/** The valve in which the watermarks of channels meet, and the engine's: the same out of the same, word for word. */
class ValveOnFlinkTest {
    private static final int CHANNELS = 3;

    private final StatusWatermarkValve valve = new StatusWatermarkValve(CHANNELS);
    private final WatermarkMerger merger = new WatermarkMerger(CHANNELS);
    private final Told flink = new Told();
    private final List<String> engine = new ArrayList<>();
    private final WatermarkMerger.Output out = new WatermarkMerger.Output() {
        @Override
        public void watermark(long watermark) {
            engine.add("watermark " + watermark);
        }

        @Override
        public void status(WatermarkStatus status) {
            engine.add(status.name());
        }
    };

    private void watermark(int channel, long value) throws Exception {
        valve.inputWatermark(new Watermark(value), channel, flink);
        merger.watermark(channel, value, out);
        assertThat(engine).isEqualTo(flink.told);
    }

    private void status(int channel, WatermarkStatus status) throws Exception {
        valve.inputWatermarkStatus(
                status == WatermarkStatus.IDLE
                        ? org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus.IDLE
                        : org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus.ACTIVE,
                channel,
                flink);
        merger.status(channel, status, out);
        assertThat(engine).isEqualTo(flink.told);
    }

    @Test
    @Statement({13, 15})
    void lowest_of_all_when_each_has_spoken() throws Exception {
        watermark(0, 10);
        watermark(1, 20);
        assertThat(flink.told).isEmpty();
        watermark(2, 5);
        watermark(2, 15);
        assertThat(flink.told).containsExactly("watermark 5", "watermark 10");
    }

    @Test
    @Statement(14)
    void watermark_that_does_not_rise_in_its_channel_is_ignored() throws Exception {
        watermark(0, 10);
        watermark(0, 3);
        watermark(1, 8);
        watermark(2, 8);
        watermark(1, 12);
        watermark(2, 12);
        assertThat(flink.told).containsExactly("watermark 8", "watermark 10");
    }

    @Test
    @Statement({16, 18})
    void idle_channel_is_not_waited_for_and_not_listened_to() throws Exception {
        watermark(0, 10);
        watermark(1, 20);
        status(2, WatermarkStatus.IDLE);
        watermark(0, 15);
        watermark(2, 12);
        status(2, WatermarkStatus.ACTIVE);
        watermark(0, 18);
        assertThat(flink.told).containsExactly("watermark 10", "watermark 15", "watermark 18");
    }

    @Test
    @Statement({17, 20})
    void last_to_go_idle_lets_the_highest_through_and_one_that_wakes_wakes_all() throws Exception {
        watermark(0, 10);
        watermark(1, 20);
        watermark(2, 30);
        status(1, WatermarkStatus.IDLE);
        status(2, WatermarkStatus.IDLE);
        status(0, WatermarkStatus.IDLE);
        status(2, WatermarkStatus.ACTIVE);
        assertThat(flink.told).containsExactly("watermark 10", "watermark 30", "IDLE", "ACTIVE");
    }

    @Test
    @Statement(19)
    void channel_that_wakes_behind_holds_nothing_back_until_it_has_caught_up() throws Exception {
        watermark(0, 10);
        watermark(1, 10);
        status(2, WatermarkStatus.IDLE);
        status(2, WatermarkStatus.ACTIVE);
        watermark(0, 20);
        watermark(1, 20);
        watermark(2, 20);
        watermark(0, 30);
        watermark(1, 30);
        assertThat(flink.told).containsExactly("watermark 10", "watermark 20");
    }

    @Test
    @Statement({13, 14, 16, 17, 18, 19, 20, 27})
    void random_scripts() throws Exception {
        for (int seed = 0; seed < 2000; seed++) {
            ValveOnFlinkTest fresh = new ValveOnFlinkTest();
            Random random = new Random(seed);
            for (int i = 0; i < 60; i++) {
                int channel = random.nextInt(CHANNELS);
                if (random.nextInt(3) == 0) {
                    fresh.status(channel, random.nextBoolean() ? WatermarkStatus.IDLE : WatermarkStatus.ACTIVE);
                } else {
                    fresh.watermark(channel, random.nextInt(i + 5));
                }
            }
            fresh.assertThatWatermarksRise();
        }
    }

    private void assertThatWatermarksRise() {
        List<Long> watermarks = engine.stream()
                .filter(line -> line.startsWith("watermark "))
                .map(line -> Long.valueOf(line.substring("watermark ".length())))
                .toList();
        for (int i = 1; i < watermarks.size(); i++) {
            assertThat(watermarks.get(i)).isGreaterThan(watermarks.get(i - 1));
        }
    }

    /** What the valve lets through. */
    private static final class Told implements PushingAsyncDataInput.DataOutput<Object> {
        private final List<String> told = new ArrayList<>();

        @Override
        public void emitWatermark(Watermark watermark) {
            told.add("watermark " + watermark.getTimestamp());
        }

        @Override
        public void emitWatermarkStatus(org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus status) {
            told.add(status.isIdle() ? "IDLE" : "ACTIVE");
        }

        @Override
        public void emitRecord(StreamRecord<Object> element) {
            told.add("element");
        }

        @Override
        public void emitLatencyMarker(LatencyMarker marker) {
            told.add("latency marker");
        }

        @Override
        public void emitRecordAttributes(RecordAttributes attributes) {
            told.add("attributes");
        }

        @Override
        public void emitWatermark(WatermarkEvent watermark) {
            told.add("generalized watermark");
        }
    }
}
