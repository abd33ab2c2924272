package dev.tidemark.flink.conformance;

import static dev.tidemark.flink.conformance.Lone.pair;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.timeline.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** State of Flink's operators outside of keys at a restart: what {@code RedistributionTest} says of the engine. */
@SuppressWarnings("try") // the close of a Flink operator may be interrupted
class UnkeyedStateOnFlinkTest {
    private enum Kind {
        SPLIT,
        UNION,
        BROADCAST
    }

    /** Keeps each key that it sees; tells what it keeps when it sees a question. */
    private static final class Keeping extends ProcessFunction<Tuple2<String, Long>, String>
            implements CheckpointedFunction {
        private static final long serialVersionUID = 1L;

        private final Kind kind;
        private transient @Nullable ListState<String> list;
        private transient @Nullable BroadcastState<String, Long> map;

        Keeping(Kind kind) {
            this.kind = kind;
        }

        @Override
        public void initializeState(FunctionInitializationContext context) throws Exception {
            var store = context.getOperatorStateStore();
            var listed = new ListStateDescriptor<>("kept", Types.STRING);
            switch (kind) {
                case SPLIT -> list = store.getListState(listed);
                case UNION -> list = store.getUnionListState(listed);
                case BROADCAST ->
                    map = store.getBroadcastState(new MapStateDescriptor<>("kept", Types.STRING, Types.LONG));
            }
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) {}

        @Override
        public void processElement(Tuple2<String, Long> pair, Context context, Collector<String> out) throws Exception {
            List<String> kept = new ArrayList<>();
            if (kind == Kind.BROADCAST) {
                BroadcastState<String, Long> state = Objects.requireNonNull(map);
                if (!pair.f0.equals("?")) {
                    state.put(pair.f0, pair.f1);
                }
                state.immutableEntries().forEach(entry -> kept.add(entry.getKey()));
            } else {
                ListState<String> state = Objects.requireNonNull(list);
                if (!pair.f0.equals("?")) {
                    state.add(pair.f0);
                }
                state.get().forEach(kept::add);
            }
            if (pair.f0.equals("?")) {
                out.collect(String.join("", kept));
            }
        }
    }

    /** What subtasks keep at another parallelism, or the same, when each kept the letters of a word. */
    private static List<String> restored(Kind kind, int parallelism, String... words) throws Exception {
        List<OperatorSubtaskState> states = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            try (var before = Lone.unkeyed(in -> in.process(new Keeping(kind), Types.STRING), words.length, i)) {
                before.initializeEmptyState();
                before.open();
                for (char letter : words[i].toCharArray()) {
                    before.processElement(pair(String.valueOf(letter), 1), 1);
                }
                states.add(before.snapshot(1, 1));
            }
        }
        OperatorSubtaskState all =
                AbstractStreamOperatorTestHarness.repackageState(states.toArray(OperatorSubtaskState[]::new));
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < parallelism; i++) {
            try (var after = Lone.unkeyed(in -> in.process(new Keeping(kind), Types.STRING), parallelism, i)) {
                after.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
                        all, Lone.GROUPS, words.length, parallelism, i));
                after.open();
                after.processElement(pair("?", 1), 1);
                kept.addAll(after.extractOutputValues());
            }
        }
        return kept;
    }

    /** Which subtask's entries come first hangs on hashes of handles; how many each gets does not. */
    @Test
    @Statement(118)
    void split_state_is_dealt_out_in_runs_the_first_ones_longer() throws Exception {
        List<String> kept = restored(Kind.SPLIT, 3, "abc", "de");
        assertThat(kept).extracting(String::length).containsExactly(2, 2, 1);
        assertThat(String.join("", kept).chars())
                .hasSize(5)
                .containsOnly((int) 'a', (int) 'b', (int) 'c', (int) 'd', (int) 'e');
        assertThat(restored(Kind.SPLIT, 1, "a", "b", "c").get(0).chars())
                .hasSize(3)
                .containsOnly((int) 'a', (int) 'b', (int) 'c');
        assertThat(restored(Kind.SPLIT, 2, "a")).containsExactly("a", "");
    }

    @Test
    @Statement(118)
    void split_state_stays_where_it_is_at_the_same_parallelism() throws Exception {
        assertThat(restored(Kind.SPLIT, 2, "a", "bcd")).containsExactly("a", "bcd");
    }

    @Test
    @Statement(118)
    void union_state_goes_whole_to_every_subtask() throws Exception {
        for (int parallelism : List.of(2, 3)) {
            assertThat(restored(Kind.UNION, parallelism, "a", "b"))
                    .hasSize(parallelism)
                    .allSatisfy(each -> assertThat(each.chars()).hasSize(2).containsOnly((int) 'a', (int) 'b'));
        }
    }

    @Test
    @Statement(118)
    void broadcast_state_is_a_copy_of_one_subtasks() throws Exception {
        assertThat(restored(Kind.BROADCAST, 3, "a", "b")).containsExactly("a", "b", "a");
    }
}
