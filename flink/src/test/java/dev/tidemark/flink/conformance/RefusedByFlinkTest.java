package dev.tidemark.flink.conformance;

import static dev.tidemark.flink.conformance.Lone.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.flink.referee.FlinkVersion;
import java.time.Duration;
import java.util.Arrays;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.pattern.MalformedPatternException;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.assigners.WindowStagger;
import org.apache.flink.streaming.api.windowing.triggers.ContinuousEventTimeTrigger;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.triggers.TriggerResult;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

/** What Flink refuses, and when. */
@SuppressWarnings("try") // the close of a Flink operator may be interrupted
class RefusedByFlinkTest {
    private static final Duration TEN = Duration.ofMillis(10);

    private final StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();

    private KeyedStream<String, String> keyed() {
        return environment.fromData("a").keyBy(word -> word);
    }

    @Test
    @Statement(25)
    void bounds_and_idle_times() {
        assertThatThrownBy(() -> WatermarkStrategy.forBoundedOutOfOrderness(Duration.ofMillis(-1))
                        .createWatermarkGenerator(Lone.nothing()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WatermarkStrategy.forMonotonousTimestamps().withIdleness(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Statement(35)
    void sizes_slides_and_offsets() {
        assertThatThrownBy(() -> TumblingEventTimeWindows.of(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TumblingEventTimeWindows.of(TEN, TEN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SlidingEventTimeWindows.of(TEN, Duration.ofMillis(5), Duration.ofMillis(5)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SlidingEventTimeWindows.of(TEN, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Statement(35)
    void more_than_ten_million_windows_for_an_element() {
        Duration size = Duration.ofMillis(10_000_001);
        if (FlinkVersion.before("2.1")) {
            assertThat(SlidingEventTimeWindows.of(size, Duration.ofMillis(1))).isNotNull();
        } else {
            assertThatThrownBy(() -> SlidingEventTimeWindows.of(size, Duration.ofMillis(1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @Statement(39)
    void element_without_a_timestamp() throws Exception {
        try (var tumbling = Lone.opened(
                        keyed -> keyed.window(TumblingEventTimeWindows.of(TEN)).aggregate(new Summing()));
                var sessions = Lone.opened(keyed ->
                        keyed.window(EventTimeSessionWindows.withGap(TEN)).aggregate(new Summing()))) {
            assertThatThrownBy(() -> tumbling.processElement(pair("a", 1), Long.MIN_VALUE))
                    .hasMessageContaining("Record has Long.MIN_VALUE timestamp");
            sessions.processElement(pair("a", 1), Long.MIN_VALUE);
        }
    }

    @Test
    @Statement(41)
    void windows_are_staggered_by_the_clock_only_if_asked() {
        assertThat(WindowStagger.ALIGNED.getStaggerOffset(1003, 10)).isZero();
        assertThat(WindowStagger.NATURAL.getStaggerOffset(1003, 10)).isEqualTo(3);
        assertThat(TumblingEventTimeWindows.of(TEN).assignWindows("a", 7, new At(1003)))
                .containsExactly(new TimeWindow(0, 10));
    }

    @Test
    @Statement(55)
    void negative_lateness() {
        var windows = keyed().window(TumblingEventTimeWindows.of(TEN));
        assertThatThrownBy(() -> windows.allowedLateness(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Statement(60)
    void session_gap_of_nothing() throws Exception {
        assertThatThrownBy(() -> EventTimeSessionWindows.withGap(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        var dynamic = EventTimeSessionWindows.<Long>withDynamicGap(gap -> gap);
        assertThatThrownBy(() -> dynamic.assignWindows(0L, 7, Lone.nothing()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Statement(68)
    void trigger_that_can_not_merge_on_sessions() {
        var sessions = keyed().window(EventTimeSessionWindows.withGap(TEN));
        assertThatThrownBy(() -> sessions.trigger(new Never())).isInstanceOf(UnsupportedOperationException.class);
        assertThat(sessions.trigger(ContinuousEventTimeTrigger.of(TEN))).isNotNull();
    }

    @Test
    @Statement(70)
    void merge_into_a_session_that_is_over() throws Exception {
        try (var lone = Lone.opened(keyed -> keyed.window(EventTimeSessionWindows.withGap(Duration.ofSeconds(1)))
                .allowedLateness(Duration.ofMillis(Long.MAX_VALUE))
                .aggregate(new Summing()))) {
            lone.processElement(pair("a", 1), 0);
            lone.processWatermark(0);
            assertThatThrownBy(() -> lone.processElement(pair("a", 2), 500))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("cannot become earlier than the current watermark by merging");
        }
    }

    @Test
    @Statement(98)
    void timer_without_a_key() throws Exception {
        try (var lone = Lone.unkeyed(in -> in.process(new SettingTimers()), 1, 0)) {
            lone.initializeEmptyState();
            lone.open();
            assertThatThrownBy(() -> lone.processElement(pair("a", 1), 1))
                    .hasMessage("Setting timers is only supported on a keyed streams.");
        }
    }

    @Test
    @Statement(125)
    void bounds_of_an_interval_join_the_wrong_way_round() {
        var join = keyed().intervalJoin(keyed());
        assertThatThrownBy(() -> join.between(Duration.ofMillis(1), Duration.ofMillis(-1))
                        .process(Lone.nothing()))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    @Statement(131)
    void not_followed_by_that_nothing_ends() {
        Pattern<String, ?> pattern = Pattern.<String>begin("a").notFollowedBy("b");
        assertThatThrownBy(() -> NFACompiler.compileFactory(pattern, true))
                .isInstanceOf(MalformedPatternException.class);
        assertThat(NFACompiler.compileFactory(pattern.within(TEN), true)).isNotNull();
    }

    @Test
    @Statement(134)
    void broadcast_state_that_was_not_declared() throws Exception {
        var declared = new MapStateDescriptor<>("declared", Types.STRING, Types.LONG);
        try (var lone = ProcessFunctionTestHarnesses.forBroadcastProcessFunction(new Undeclared(), declared)) {
            assertThatThrownBy(() -> lone.processBroadcastElement("a", 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("state does not exist");
        }
    }

    @Test
    @Statement(160)
    void source_that_may_never_end_in_a_batch() {
        environment.setRuntimeMode(RuntimeExecutionMode.BATCH);
        DataStream<Long> numbers =
                environment.fromSource(new Endless(), WatermarkStrategy.noWatermarks(), "numbers", Types.LONG);
        numbers.print();
        assertThatThrownBy(environment::getStreamGraph).hasMessageContaining("UNBOUNDED");
    }

    @Test
    @Statement(165)
    void neither_has_cycles() {
        assertThat(Arrays.stream(DataStream.class.getMethods()).map(method -> method.getName()))
                .contains("union")
                .doesNotContain("iterate");
        assertThat(Arrays.stream(dev.tidemark.engine.DataStream.class.getMethods())
                        .map(method -> method.getName()))
                .contains("union")
                .doesNotContain("iterate");
    }

    /** A clock that stands. */
    private static final class At extends WindowAssigner.WindowAssignerContext {
        private final long millis;

        At(long millis) {
            this.millis = millis;
        }

        @Override
        public long getCurrentProcessingTime() {
            return millis;
        }
    }

    /** Never fires, and can't merge. */
    private static final class Never extends Trigger<String, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public TriggerResult onElement(String element, long timestamp, TimeWindow window, TriggerContext context) {
            return TriggerResult.CONTINUE;
        }

        @Override
        public TriggerResult onProcessingTime(long time, TimeWindow window, TriggerContext context) {
            return TriggerResult.CONTINUE;
        }

        @Override
        public TriggerResult onEventTime(long time, TimeWindow window, TriggerContext context) {
            return TriggerResult.CONTINUE;
        }

        @Override
        public void clear(TimeWindow window, TriggerContext context) {}
    }

    private static final class SettingTimers extends ProcessFunction<Tuple2<String, Long>, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(
                Tuple2<String, Long> pair,
                ProcessFunction<Tuple2<String, Long>, Long>.Context context,
                Collector<Long> out) {
            context.timerService().registerEventTimeTimer(pair.f1);
        }
    }

    private static final class Undeclared extends BroadcastProcessFunction<String, String, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(String word, ReadOnlyContext context, Collector<String> out) {
            out.collect(word);
        }

        @Override
        public void processBroadcastElement(
                String word, BroadcastProcessFunction<String, String, String>.Context context, Collector<String> out)
                throws Exception {
            context.getBroadcastState(new MapStateDescriptor<>("other", Types.STRING, Types.LONG))
                    .put(word, 1L);
        }
    }

    private static final class Endless extends NumberSequenceSource {
        private static final long serialVersionUID = 1L;

        Endless() {
            super(1, 10);
        }

        @Override
        public Boundedness getBoundedness() {
            return Boundedness.CONTINUOUS_UNBOUNDED;
        }
    }
}
