package dev.tidemark.engine;

import dev.tidemark.engine.operator.BroadcastSchema;
import dev.tidemark.engine.state.MapStateDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A stream whose every value goes to every subtask of the operator that it is connected to, with the broadcast states that
 * its values may change: {@code stream.connect(rules.broadcast(descriptor))}. Source: Flink's {@code BroadcastStream}.
 *
 * @param <B> the values
 */
public final class BroadcastStream<B> {
    private final DataStream<B> stream;
    private final List<MapStateDescriptor<?, ?>> states;

    BroadcastStream(DataStream<B> stream, List<MapStateDescriptor<?, ?>> states) {
        Set<String> names = new LinkedHashSet<>();
        for (MapStateDescriptor<?, ?> state : states) {
            if (!names.add(state.name())) {
                throw new IllegalArgumentException("'" + stream.node().name()
                        + "' declares two broadcast states named '" + state.name() + "'; rename one");
            }
        }
        this.stream = stream;
        this.states = List.copyOf(states);
    }

    DataStream<B> stream() {
        return stream;
    }

    /** The schemas of the declared states. */
    List<BroadcastSchema> schemas() {
        List<BroadcastSchema> schemas = new ArrayList<>();
        states.forEach(state -> schemas.add(BroadcastSchema.of(state)));
        return schemas;
    }

    /** In a topology: {@code broadcast state rules, limits}. */
    String describe() {
        return states.isEmpty()
                ? ""
                : "broadcast state "
                        + String.join(
                                ", ",
                                states.stream().map(MapStateDescriptor::name).toList());
    }
}
