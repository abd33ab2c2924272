package dev.tidemark.flink.conformance;

import static dev.tidemark.flink.conformance.Lone.pair;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.timeline.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

/** What an operator of Flink's knows after a restart: what {@code RestartTest} says of the engine. */
@SuppressWarnings("try") // the close of a Flink operator may be interrupted
class RestoredOperatorsOnFlinkTest {
    private static DataStream<Long> windows(KeyedStream<Tuple2<String, Long>, String> keyed) {
        return keyed.window(TumblingEventTimeWindows.of(Duration.ofMillis(10))).aggregate(new Summing());
    }

    /** Sets a timer for its value, in event time or, below zero, in processing time, and tells the time at which it fires. */
    static final class Timing extends KeyedProcessFunction<String, Tuple2<String, Long>, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Tuple2<String, Long> pair, Context context, Collector<Long> out) {
            if (pair.f1 < 0) {
                context.timerService().registerProcessingTimeTimer(-pair.f1);
            } else {
                context.timerService().registerEventTimeTimer(pair.f1);
            }
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<Long> out) {
            out.collect(timestamp);
        }
    }

    private static DataStream<Long> timers(KeyedStream<Tuple2<String, Long>, String> keyed) {
        return keyed.process(new Timing(), Types.LONG);
    }

    @Test
    @Statement(146)
    void watermark_is_not_in_the_state_so_that_what_was_late_is_taken() throws Exception {
        OperatorSubtaskState state;
        try (var before = Lone.opened(RestoredOperatorsOnFlinkTest::windows)) {
            before.processElement(pair("a", 1), 1);
            before.processWatermark(9);
            before.processElement(pair("a", 7), 2);
            assertThat(Lone.values(before)).containsExactly(1L);
            state = before.snapshot(1, 1);
        }
        try (var after = Lone.restored(RestoredOperatorsOnFlinkTest::windows, state)) {
            after.processElement(pair("a", 9), 2);
            after.processWatermark(9);
            assertThat(Lone.values(after)).containsExactly(9L);
        }
    }

    @Test
    @Statement(148)
    void timers_and_contents_survive_and_fire_at_the_same_watermark() throws Exception {
        OperatorSubtaskState state;
        try (var before = Lone.opened(RestoredOperatorsOnFlinkTest::windows)) {
            before.processElement(pair("a", 1), 1);
            state = before.snapshot(1, 1);
        }
        try (var after = Lone.restored(RestoredOperatorsOnFlinkTest::windows, state)) {
            after.processWatermark(8);
            assertThat(Lone.values(after)).isEmpty();
            after.processWatermark(9);
            assertThat(Lone.values(after)).containsExactly(1L);
        }
    }

    @Test
    @Statement(116)
    void state_and_timers_move_by_group_to_more_subtasks() throws Exception {
        OperatorSubtaskState state;
        try (var before = Lone.opened(RestoredOperatorsOnFlinkTest::windows)) {
            for (int i = 0; i < 20; i++) {
                before.processElement(pair("key " + i, i), 1);
            }
            state = before.snapshot(1, 1);
        }
        List<Object> all = new ArrayList<>();
        for (int subtask = 0; subtask < 2; subtask++) {
            try (var after = Lone.keyed(RestoredOperatorsOnFlinkTest::windows, 2, subtask)) {
                after.initializeState(
                        AbstractStreamOperatorTestHarness.repartitionOperatorState(state, Lone.GROUPS, 1, 2, subtask));
                after.open();
                after.processWatermark(9);
                assertThat(Lone.values(after)).isNotEmpty().hasSizeLessThan(20);
                all.addAll(Lone.values(after));
            }
        }
        List<Object> every = new ArrayList<>();
        for (long i = 0; i < 20; i++) {
            every.add(i);
        }
        assertThat(all).hasSameSizeAs(every).hasSameElementsAs(every);
    }

    @Test
    @Statement(99)
    void timers_of_processing_time_that_are_due_fire_after_a_restart() throws Exception {
        OperatorSubtaskState state;
        try (var before = Lone.opened(RestoredOperatorsOnFlinkTest::timers)) {
            before.processElement(pair("a", -50), 1);
            before.processElement(pair("a", 60), 1);
            state = before.snapshot(1, 1);
        }
        try (var after = Lone.keyed(RestoredOperatorsOnFlinkTest::timers, 1, 0)) {
            after.setProcessingTime(1000);
            after.initializeState(state);
            after.open();
            after.setProcessingTime(1001);
            assertThat(Lone.values(after)).containsExactly(50L);
            after.processWatermark(60);
            assertThat(Lone.values(after)).containsExactly(50L, 60L);
        }
    }

    @Test
    @Statement(147)
    void state_of_a_watermark_strategy_is_not_kept() throws Exception {
        WatermarkStrategy<Tuple2<String, Long>> strategy =
                WatermarkStrategy.<Tuple2<String, Long>>forMonotonousTimestamps()
                        .withTimestampAssigner((pair, before) -> pair.f1);
        OperatorSubtaskState state;
        try (var before = Lone.unkeyed(in -> in.assignTimestampsAndWatermarks(strategy), 1, 0)) {
            before.getExecutionConfig().setAutoWatermarkInterval(10);
            before.initializeEmptyState();
            before.open();
            before.processElement(pair("a", 100), 0);
            before.setProcessingTime(10);
            assertThat(before.getOutput()).endsWith(new Watermark(99));
            state = before.snapshot(1, 1);
        }
        try (var after = Lone.unkeyed(in -> in.assignTimestampsAndWatermarks(strategy), 1, 0)) {
            after.getExecutionConfig().setAutoWatermarkInterval(10);
            after.initializeState(state);
            after.open();
            after.processElement(pair("a", 5), 0);
            after.setProcessingTime(10);
            assertThat(after.getOutput()).endsWith(new Watermark(4));
        }
    }

    @Test
    @Statement(27)
    void an_operator_takes_a_lower_watermark_as_it_comes() throws Exception {
        try (var lone = Lone.opened(RestoredOperatorsOnFlinkTest::windows)) {
            lone.processElement(pair("a", 1), 1);
            lone.processWatermark(9);
            lone.processElement(pair("a", 2), 2);
            lone.processWatermark(5);
            lone.processElement(pair("a", 3), 3);
            lone.processWatermark(9);
            assertThat(Lone.values(lone)).containsExactly(1L, 3L);
        }
    }

    @Test
    @Statement(8)
    void strategy_that_is_asked_at_the_end_says_nothing_behind_the_end_of_time() throws Exception {
        WatermarkStrategy<Tuple2<String, Long>> strategy =
                WatermarkStrategy.<Tuple2<String, Long>>forMonotonousTimestamps()
                        .withTimestampAssigner((pair, before) -> pair.f1);
        try (var lone = Lone.unkeyed(in -> in.assignTimestampsAndWatermarks(strategy), 1, 0)) {
            lone.initializeEmptyState();
            lone.open();
            lone.processElement(pair("a", 100), 0);
            lone.processWatermark(Watermark.MAX_WATERMARK);
            lone.endInput();
            lone.getOperator().finish();
            assertThat(lone.getOutput()).endsWith(Watermark.MAX_WATERMARK).hasSize(2);
        }
    }
}
