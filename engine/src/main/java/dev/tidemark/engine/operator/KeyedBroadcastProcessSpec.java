package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.KeyedBroadcastProcessFunction;
import dev.tidemark.engine.function.Prototype;
import java.util.List;

/** Runs a function over a keyed stream and a broadcast one; {@code states} are the broadcast states that it declares. */
public record KeyedBroadcastProcessSpec(
        Prototype<KeyedBroadcastProcessFunction<Object, Object, Object, Object>> function, List<BroadcastSchema> states)
        implements OperatorSpec {
    public KeyedBroadcastProcessSpec {
        states = List.copyOf(states);
    }

    @Override
    public Operator create() {
        return new KeyedBroadcastProcessOperator(this);
    }
}
