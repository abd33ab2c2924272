package dev.tidemark.flink.conformance;

import static dev.tidemark.flink.conformance.Lone.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.flink.referee.FlinkVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.StateMigrationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keyed state of Flink's on the heap: what {@code StatesTest} and {@code CopiesTest} say of the engine. */
@SuppressWarnings("try") // the close of a Flink operator may be interrupted
class StateOnFlinkTest {
    /** Counts, and keeps the count for a second, or for ever. */
    private static final class Counting extends KeyedProcessFunction<String, Tuple2<String, Long>, Long> {
        private static final long serialVersionUID = 1L;

        private final boolean mortal;
        private transient @Nullable ValueState<Long> count;

        Counting(boolean mortal) {
            this.mortal = mortal;
        }

        @Override
        public void open(OpenContext context) {
            var descriptor = new ValueStateDescriptor<>("count", Types.LONG);
            if (mortal) {
                descriptor.enableTimeToLive(
                        StateTtlConfig.newBuilder(Duration.ofSeconds(1)).build());
            }
            count = getRuntimeContext().getState(descriptor);
        }

        @Override
        public void processElement(Tuple2<String, Long> pair, Context context, Collector<Long> out) throws Exception {
            ValueState<Long> state = Objects.requireNonNull(count);
            Long before = state.value();
            state.update(before == null ? 1 : before + 1);
            out.collect(state.value());
        }
    }

    /** Adds to the list that it was handed, and does not put it back. */
    private static final class Careless extends KeyedProcessFunction<String, Tuple2<String, Long>, Long> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<List<Long>> seen;

        @Override
        public void open(OpenContext context) {
            seen = getRuntimeContext().getState(new ValueStateDescriptor<>("seen", Types.LIST(Types.LONG)));
        }

        @Override
        public void processElement(Tuple2<String, Long> pair, Context context, Collector<Long> out) throws Exception {
            ValueState<List<Long>> state = Objects.requireNonNull(seen);
            if (state.value() == null) {
                state.update(new ArrayList<>());
            }
            state.value().add(pair.f1);
            out.collect((long) state.value().size());
        }
    }

    /** Says how long its list is, and puts nothing into it. */
    private static final class Listing extends KeyedProcessFunction<String, Tuple2<String, Long>, Long> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ListState<Long> list;

        @Override
        public void open(OpenContext context) {
            list = getRuntimeContext().getListState(new ListStateDescriptor<>("list", Types.LONG));
        }

        @Override
        public void processElement(Tuple2<String, Long> pair, Context context, Collector<Long> out) throws Exception {
            ListState<Long> state = Objects.requireNonNull(list);
            long size = 0;
            for (Long ignored : state.get()) {
                size++;
            }
            out.collect(size);
            if (pair.f1 < 0) {
                state.add(Lone.nothing());
            }
        }
    }

    private static Lone.Behind counting(boolean mortal) {
        return keyed -> keyed.process(new Counting(mortal), Types.LONG);
    }

    @Test
    @Statement(102)
    void empty_list_is_no_null_and_takes_none() throws Exception {
        try (var lone = Lone.opened(keyed -> keyed.process(new Listing(), Types.LONG))) {
            lone.processElement(pair("a", 1), 1);
            assertThat(Lone.values(lone)).containsExactly(0L);
            assertThatThrownBy(() -> lone.processElement(pair("a", -1), 1)).isInstanceOf(NullPointerException.class);
        }
    }

    @Test
    @Statement(104)
    void change_of_a_value_that_was_handed_out_is_seen_without_an_update() throws Exception {
        try (var lone = Lone.opened(keyed -> keyed.process(new Careless(), Types.LONG))) {
            lone.processElement(pair("a", 1), 1);
            lone.processElement(pair("a", 2), 2);
            assertThat(Lone.values(lone)).containsExactly(1L, 2L);
        }
    }

    @Test
    @Statement(112)
    void time_to_live_can_be_switched_on() throws Exception {
        switched(counted(false), true);
    }

    @Test
    @Statement(112)
    void time_to_live_can_be_switched_off() throws Exception {
        switched(counted(true), false);
    }

    /** The third of a key is counted 999 ms after the restart; the oldest versions refuse the state. */
    private static void switched(OperatorSubtaskState state, boolean mortal) throws Exception {
        try (var after = Lone.keyed(counting(mortal), 1, 0)) {
            after.setStateTtlProcessingTime(10_000);
            after.initializeState(state);
            if (FlinkVersion.before("2.1")) {
                assertThatThrownBy(after::open).hasRootCauseInstanceOf(StateMigrationException.class);
                return;
            }
            after.open();
            after.setStateTtlProcessingTime(10_999);
            after.processElement(pair("a", 1), 1);
            assertThat(Lone.values(after)).containsExactly(3L);
        }
    }

    private static OperatorSubtaskState counted(boolean mortal) throws Exception {
        try (var before = Lone.opened(counting(mortal))) {
            before.processElement(pair("a", 1), 1);
            before.processElement(pair("a", 2), 2);
            return before.snapshot(1, 1);
        }
    }
}
