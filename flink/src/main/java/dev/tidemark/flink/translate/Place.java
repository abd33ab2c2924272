package dev.tidemark.flink.translate;

import dev.tidemark.engine.topology.Node;
import dev.tidemark.flink.function.Sides;
import dev.tidemark.flink.type.CodecTypeInformation;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Where an operator stands: its node and what comes in.
 *
 * @param inputs one stream for each input of the operator, spread as its edges say
 * @param late where elements go that are late and that nobody else takes; null to drop them
 */
record Place(
        Node node,
        List<DataStream<Object>> inputs,
        @Nullable OutputTag<Object> late) {
    Place {
        inputs = List.copyOf(inputs);
    }

    String name() {
        return node.name();
    }

    /** The only, or the first, input. */
    DataStream<Object> input() {
        return inputs.get(0);
    }

    /** The only, or the first, input by key. */
    KeyedStream<Object, Object> keyed() {
        return keyed(0);
    }

    /** One input by key. */
    KeyedStream<Object, Object> keyed(int input) {
        return (KeyedStream<Object, Object>) inputs.get(input);
    }

    /** The type of what the operator emits. */
    TypeInformation<Object> type() {
        return CodecTypeInformation.of(node.output());
    }

    /** Its side outputs that are read. */
    Sides sides() {
        return Sides.of(node);
    }
}
