package dev.tidemark.benchmarks.nexmark.query;

import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.functions.windowing.ProcessAllWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Query 5: of the counts of a window those that no other exceeds, on Flink. */
final class HottestOnFlink extends ProcessAllWindowFunction<Tuple3<Long, Long, Long>, HotItem, TimeWindow> {
    private static final long serialVersionUID = 1L;

    @Override
    public void process(Context context, Iterable<Tuple3<Long, Long, Long>> counts, Collector<HotItem> out) {
        long most = 0;
        for (Tuple3<Long, Long, Long> count : counts) {
            most = Math.max(most, count.f1);
        }
        for (Tuple3<Long, Long, Long> count : counts) {
            if (count.f1 == most) {
                out.collect(new HotItem(count.f0, count.f1, count.f2));
            }
        }
    }
}
