package dev.tidemark.engine.operator;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import java.util.List;

/** An operator whose second input is broadcast, with broadcast state. */
public interface BroadcastOperator extends TwoInputOperator, CheckpointedOperator {
    /** The broadcast states of this subtask. */
    BroadcastStates states();

    @Override
    default Redistribution redistribution() {
        return Redistribution.BROADCAST;
    }

    @Override
    default List<byte[]> checkpointed() {
        return states().checkpointed();
    }

    @Override
    default void resume(List<byte[]> entries) {
        states().resume(entries);
    }

    @Override
    default void snapshot(ByteSink out) {
        states().snapshot(out);
    }

    @Override
    default void restore(ByteSource in) {
        states().restore(in);
    }
}
