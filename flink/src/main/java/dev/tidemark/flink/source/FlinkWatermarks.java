package dev.tidemark.flink.source;

import dev.tidemark.engine.function.TimestampAssigner;
import dev.tidemark.engine.time.Alignment;
import dev.tidemark.engine.time.PunctuatedWatermark;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.flink.function.Carried;
import java.time.Duration;
import java.util.OptionalLong;
import org.apache.flink.api.common.eventtime.BoundedOutOfOrdernessWatermarks;
import org.apache.flink.api.common.eventtime.NoWatermarksGenerator;
import org.apache.flink.api.common.eventtime.SerializableTimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.jspecify.annotations.Nullable;

/** The engine's watermark strategies as Flink's; timestamps are those that the source gives. */
public final class FlinkWatermarks {
    private FlinkWatermarks() {}

    /**
     * Flink's strategy; {@code owner} is the source, for errors.
     *
     * @param probeMillis how far apart the job's probes are; a source's own interval is a multiple of it
     */
    @SuppressWarnings("unchecked")
    public static WatermarkStrategy<Object> of(Watermarks<?> watermarks, long probeMillis, String owner) {
        PunctuatedWatermark<Object> reader = (PunctuatedWatermark<Object>) watermarks.reader();
        Strategy strategy = new Strategy(
                watermarks.bound() - 1, watermarks.isPerEvent(), reader == null ? null : Carried.of(reader, owner));
        WatermarkStrategy<Object> timed = watermarks.idleAfterMillis() == 0
                ? strategy
                : strategy.withIdleness(Duration.ofMillis(watermarks.idleAfterMillis()));
        long every = watermarks.intervalMillis() / probeMillis;
        WatermarkStrategy<Object> probed = every <= 1 ? timed : new EveryFew(timed, every);
        Alignment alignment = watermarks.alignment();
        return alignment == null
                ? probed
                : probed.withWatermarkAlignment(
                        alignment.group(),
                        Duration.ofMillis(alignment.maxDriftMillis()),
                        Duration.ofMillis(alignment.updateMillis()));
    }

    /** The same strategy over the times that a user's function gives. */
    public static WatermarkStrategy<Object> assigned(
            WatermarkStrategy<Object> strategy, Carried<TimestampAssigner<Object>> assigner) {
        return strategy.withTimestampAssigner(new Assigning(assigner));
    }

    /** A user's function that tells times. */
    private record Assigning(Carried<TimestampAssigner<Object>> assigner)
            implements SerializableTimestampAssigner<Object> {
        @Override
        public long extractTimestamp(Object value, long previous) {
            return assigner.get().timestampOf(value, previous);
        }
    }

    /** Bounded disorder, or what stands in the events; {@code bound} is −2 when it is not made from event times. */
    private record Strategy(
            long bound, boolean perEvent, @Nullable Carried<PunctuatedWatermark<Object>> reader)
            implements WatermarkStrategy<Object> {
        @Override
        public org.apache.flink.api.common.eventtime.TimestampAssigner<Object> createTimestampAssigner(
                TimestampAssignerSupplier.Context context) {
            return (event, timestamp) -> timestamp;
        }

        @Override
        public WatermarkGenerator<Object> createWatermarkGenerator(WatermarkGeneratorSupplier.Context context) {
            if (reader != null) {
                return new Punctuated(reader.get());
            }
            if (bound < 0) {
                return new NoWatermarksGenerator<>();
            }
            var bounded = new BoundedOutOfOrdernessWatermarks<>(Duration.ofMillis(bound));
            return perEvent ? new PerEvent(bounded) : bounded;
        }
    }

    /** The watermark that stands in an event follows it. */
    private record Punctuated(PunctuatedWatermark<Object> reader) implements WatermarkGenerator<Object> {
        @Override
        public void onEvent(Object event, long timestamp, WatermarkOutput output) {
            OptionalLong watermark = reader.after(event, timestamp);
            if (watermark.isPresent()) {
                output.emitWatermark(new Watermark(watermark.getAsLong()));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }

    /** Each event is followed by a watermark, and probes do nothing. */
    private record PerEvent(WatermarkGenerator<Object> inside) implements WatermarkGenerator<Object> {
        @Override
        public void onEvent(Object event, long timestamp, WatermarkOutput output) {
            inside.onEvent(event, timestamp, output);
            inside.onPeriodicEmit(output);
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }

    /** Heeds one probe of so many: a job of Flink's has one interval, while each source of the engine's has its own. */
    private record EveryFew(WatermarkStrategy<Object> inside, long every) implements WatermarkStrategy<Object> {
        @Override
        public org.apache.flink.api.common.eventtime.TimestampAssigner<Object> createTimestampAssigner(
                TimestampAssignerSupplier.Context context) {
            return inside.createTimestampAssigner(context);
        }

        @Override
        public WatermarkGenerator<Object> createWatermarkGenerator(WatermarkGeneratorSupplier.Context context) {
            return new Heeding(inside.createWatermarkGenerator(context), every);
        }
    }

    private static final class Heeding implements WatermarkGenerator<Object> {
        private final WatermarkGenerator<Object> inside;
        private final long every;
        private long probes;

        Heeding(WatermarkGenerator<Object> inside, long every) {
            this.inside = inside;
            this.every = every;
        }

        @Override
        public void onEvent(Object event, long timestamp, WatermarkOutput output) {
            inside.onEvent(event, timestamp, output);
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            probes++;
            if (probes % every == 0) {
                inside.onPeriodicEmit(output);
            }
        }
    }
}
