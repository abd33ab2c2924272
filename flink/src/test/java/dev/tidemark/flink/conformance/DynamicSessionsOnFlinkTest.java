package dev.tidemark.flink.conformance;

import static dev.tidemark.flink.conformance.Lone.pair;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.timeline.Statement;
import java.util.List;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.EventTimeSessionWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

/** Sessions whose gap is the value, on Flink: what {@code DynamicSessionsTest} says of the engine differs. */
@SuppressWarnings("try") // the close of a Flink operator may be interrupted
class DynamicSessionsOnFlinkTest {
    /** The sum of a window's values. */
    private static final class Summing extends ProcessWindowFunction<Tuple2<String, Long>, Long, String, TimeWindow> {
        private static final long serialVersionUID = 1L;

        @Override
        public void process(String key, Context context, Iterable<Tuple2<String, Long>> elements, Collector<Long> out) {
            long sum = 0;
            for (Tuple2<String, Long> each : elements) {
                sum += each.f1;
            }
            out.collect(sum);
        }
    }

    /** What comes out of elements at times with gaps: {@code {time, gap}} each. */
    private static List<Object> sums(long[]... elements) throws Exception {
        try (var lone = Lone.opened(
                in -> in.window(EventTimeSessionWindows.withDynamicGap((Tuple2<String, Long> each) -> each.f1))
                        .process(new Summing()))) {
            for (long[] each : elements) {
                lone.processElement(pair("a", each[1]), each[0]);
            }
            lone.processWatermark(100);
            return Lone.values(lone);
        }
    }

    @Test
    @Statement(62)
    void session_that_merged_is_forgotten_when_an_element_has_the_same_window() throws Exception {
        assertThat(sums(new long[] {0, 5}, new long[] {3, 7}, new long[] {0, 10}))
                .containsExactly(10L);
    }

    @Test
    @Statement(62)
    void session_that_joined_two_is_forgotten_too() throws Exception {
        assertThat(sums(new long[] {0, 5}, new long[] {8, 4}, new long[] {4, 5}, new long[] {0, 12}))
                .containsExactly(12L);
    }

    @Test
    @Statement(62)
    void session_that_never_grew_is_kept() throws Exception {
        assertThat(sums(new long[] {0, 10}, new long[] {3, 7}, new long[] {0, 10}))
                .containsExactly(27L);
    }
}
