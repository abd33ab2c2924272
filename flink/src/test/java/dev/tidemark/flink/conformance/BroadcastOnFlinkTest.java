package dev.tidemark.flink.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.timeline.Statement;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A broadcast element beside keyed state, on Flink: what {@code BroadcastingTest} says of the engine differs. */
@SuppressWarnings("try") // the close of a Flink operator may be interrupted
class BroadcastOnFlinkTest {
    /** Remembers the word of a key; a broadcast element tells what it sees. */
    private static final class Peeking extends KeyedBroadcastProcessFunction<String, String, String, String> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<String> last;

        @Override
        public void open(OpenContext context) {
            last = getRuntimeContext().getState(new ValueStateDescriptor<>("last", Types.STRING));
        }

        @Override
        public void processElement(String word, ReadOnlyContext context, Collector<String> out) throws Exception {
            Objects.requireNonNull(last).update(word);
        }

        @Override
        public void processBroadcastElement(String rule, Context context, Collector<String> out) throws Exception {
            out.collect(rule + Objects.requireNonNull(last).value());
        }
    }

    @Test
    @Statement(133)
    void broadcast_element_sees_the_state_of_the_key_that_came_last() throws Exception {
        var rules = new MapStateDescriptor<>("rules", Types.STRING, Types.LONG);
        try (var lone = ProcessFunctionTestHarnesses.forKeyedBroadcastProcessFunction(
                new Peeking(), word -> word, Types.STRING, rules)) {
            lone.processElement("a", 1);
            lone.processElement("b", 2);
            lone.processBroadcastElement("saw ", 3);
            assertThat(lone.extractOutputValues()).containsExactly("saw b");
        }
    }
}
