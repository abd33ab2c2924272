package dev.tidemark.flink.function;

import dev.tidemark.engine.function.RichFunction;
import dev.tidemark.engine.function.RuntimeContext;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.flink.state.FlinkKeyedState;
import dev.tidemark.flink.state.StateSource;

/**
 * What a rich function sees of the operator of Flink's that runs it.
 *
 * @param operator the operator's name in the pipeline
 */
public record FlinkContext(String operator, org.apache.flink.api.common.functions.RuntimeContext context)
        implements RuntimeContext {
    /** Opens a function, if it is one that wants to be. */
    public static void open(Carried<?> function, org.apache.flink.api.common.functions.RuntimeContext context)
            throws Exception {
        if (function.get() instanceof RichFunction rich) {
            rich.open(new FlinkContext(function.owner(), context));
        }
    }

    @Override
    public int subtask() {
        return context.getTaskInfo().getIndexOfThisSubtask();
    }

    @Override
    public int parallelism() {
        return context.getTaskInfo().getNumberOfParallelSubtasks();
    }

    @Override
    public int maxParallelism() {
        return context.getTaskInfo().getMaxNumberOfParallelSubtasks();
    }

    @Override
    public KeyedState state() {
        return new FlinkKeyedState(StateSource.of(context), "");
    }
}
