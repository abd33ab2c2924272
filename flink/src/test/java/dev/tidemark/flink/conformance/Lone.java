package dev.tidemark.flink.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** One operator of Flink's as a job plans it, alone in this thread: of elements (key, value). */
final class Lone {
    static final int GROUPS = 128;
    private static final TypeInformation<Tuple2<String, Long>> PAIR = Types.TUPLE(Types.STRING, Types.LONG);

    private Lone() {}

    /** What a job does behind keyBy. */
    interface Behind extends Function<KeyedStream<Tuple2<String, Long>, String>, DataStream<Long>> {}

    /** Subtask {@code subtask} of {@code parallelism}, not yet opened. */
    @SuppressWarnings("unchecked")
    static KeyedOneInputStreamOperatorTestHarness<String, Tuple2<String, Long>, Long> keyed(
            Behind behind, int parallelism, int subtask) throws Exception {
        KeySelector<Tuple2<String, Long>, String> key = pair -> pair.f0;
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                (StreamOperatorFactory<Long>) factory(in -> behind.apply(in.keyBy(key, Types.STRING))),
                key,
                Types.STRING,
                GROUPS,
                parallelism,
                subtask);
        harness.setup();
        return harness;
    }

    /** A new one with nothing to restore, opened. */
    static KeyedOneInputStreamOperatorTestHarness<String, Tuple2<String, Long>, Long> opened(Behind behind)
            throws Exception {
        var harness = keyed(behind, 1, 0);
        harness.initializeEmptyState();
        harness.open();
        return harness;
    }

    /** A new one that takes over a state, opened. */
    static KeyedOneInputStreamOperatorTestHarness<String, Tuple2<String, Long>, Long> restored(
            Behind behind, OperatorSubtaskState state) throws Exception {
        var harness = keyed(behind, 1, 0);
        harness.initializeState(state);
        harness.open();
        return harness;
    }

    /** The same without keys, not yet opened. */
    @SuppressWarnings("unchecked")
    static <O> OneInputStreamOperatorTestHarness<Tuple2<String, Long>, O> unkeyed(
            Function<DataStream<Tuple2<String, Long>>, DataStream<O>> behind, int parallelism, int subtask)
            throws Exception {
        var harness = new OneInputStreamOperatorTestHarness<Tuple2<String, Long>, O>(
                (StreamOperatorFactory<O>) factory(behind), GROUPS, parallelism, subtask);
        harness.getStreamConfig().setupNetworkInputs(PAIR.createSerializer(new SerializerConfigImpl()));
        harness.getStreamConfig().serializeAllConfigs();
        harness.setup();
        return harness;
    }

    private static <O> Object factory(Function<DataStream<Tuple2<String, Long>>, DataStream<O>> behind) {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        DataStream<O> out = behind.apply(environment.fromData(List.of(Tuple2.of("", 0L)), PAIR));
        out.print();
        StreamNode node = environment
                .getStreamGraph()
                .getStreamNode(out.getTransformation().getId());
        return Objects.requireNonNull(node.getOperatorFactory());
    }

    static Tuple2<String, Long> pair(String key, long value) {
        return Tuple2.of(key, value);
    }

    /** What came out, in order. */
    static List<Object> values(OneInputStreamOperatorTestHarness<?, ?> harness) {
        return new ArrayList<>(harness.extractOutputValues());
    }

    /** Null, where Flink's types would not have it. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // that is the point
    static <T> T nothing() {
        @Nullable T none = null;
        return none;
    }
}
