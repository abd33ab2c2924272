package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.TimestampAssigner;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives elements new times; the runtime makes the watermarks, as it does for sources. */
public final class AssignWatermarksOperator implements Operator {
    private final @Nullable TimestampAssigner<Object> assigner;
    private @Nullable OperatorContext context;
    private long assigned;

    AssignWatermarksOperator(@Nullable TimestampAssigner<Object> assigner) {
        this.assigner = assigner;
    }

    @Override
    public void open(OperatorContext given) {
        context = given;
    }

    @Override
    public void element(Object value, long timestamp) {
        assigned = assigner == null ? timestamp : assigner.timestampOf(value, timestamp);
        Objects.requireNonNull(context).emit(value, assigned);
    }

    /** The time of the last element. */
    public long assigned() {
        return assigned;
    }
}
