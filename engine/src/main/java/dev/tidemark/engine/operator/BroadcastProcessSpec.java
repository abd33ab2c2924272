package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.BroadcastProcessFunction;
import dev.tidemark.engine.function.Prototype;
import java.util.List;

/** Runs a function over a stream and a broadcast one; {@code states} are the broadcast states that it declares. */
public record BroadcastProcessSpec(
        Prototype<BroadcastProcessFunction<Object, Object, Object>> function, List<BroadcastSchema> states)
        implements OperatorSpec {
    public BroadcastProcessSpec {
        states = List.copyOf(states);
    }

    @Override
    public Operator create() {
        return new BroadcastProcessOperator(this);
    }
}
