package dev.tidemark.benchmarks.cases;

import dev.tidemark.benchmarks.program.FlinkProgram;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Cases on Flink.
 *
 * @param packed how many in one job; many are its fastest way
 */
record CaseOnFlink(int packed) implements FlinkProgram {
    private static final OutputTag<Entry> LATE = new OutputTag<>("late", TypeInformation.of(Entry.class));

    /** The job that begins with the {@code number}-th case. */
    @Override
    public DataStream<CaseResult> build(StreamExecutionEnvironment environment, long number) {
        DataStream<CaseResult> all = one(environment, number);
        for (int i = 1; i < packed; i++) {
            all = all.union(one(environment, number + i));
        }
        return all;
    }

    private static DataStream<CaseResult> one(StreamExecutionEnvironment environment, long number) {
        WatermarkStrategy<Entry> atMarks = WatermarkStrategy.<Entry>forGenerator(context -> new AtMarks())
                .withTimestampAssigner((entry, before) -> entry.time());
        SingleOutputStreamOperator<CaseResult> fired = environment
                .fromData(Case.entries(number))
                .assignTimestampsAndWatermarks(atMarks)
                .filter(entry -> !entry.mark())
                .keyBy(Entry::key)
                .window(TumblingEventTimeWindows.of(Duration.ofMillis(Case.WINDOW_MILLIS)))
                .allowedLateness(Duration.ofMillis(Case.LATENESS_MILLIS))
                .sideOutputLateData(LATE)
                .process(new Report());
        return fired.union(fired.getSideOutput(LATE).map(CaseResult::late));
    }

    private static final class AtMarks implements WatermarkGenerator<Entry> {
        @Override
        public void onEvent(Entry entry, long timestamp, WatermarkOutput output) {
            if (entry.mark()) {
                output.emitWatermark(new Watermark(timestamp));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }

    private static final class Report extends ProcessWindowFunction<Entry, CaseResult, String, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(String key, Context context, Iterable<Entry> entries, Collector<CaseResult> out) {
            out.collect(CaseResult.fired(key, context.window().getEnd(), entries));
        }
    }
}
