package dev.tidemark.engine.operator;

import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.function.TimestampAssigner;
import dev.tidemark.engine.time.Watermarks;
import org.jspecify.annotations.Nullable;

/**
 * Gives elements new times, and makes new watermarks of them in place of those that come in.
 *
 * <p>Of the watermarks that come in only the end of time passes; whether its input is idle does not pass either. Source: Flink's
 * {@code TimestampsAndWatermarksOperator}.
 *
 * @param assigner null to keep the times that elements have
 */
public record AssignWatermarksSpec(@Nullable Prototype<TimestampAssigner<Object>> assigner, Watermarks<?> watermarks)
        implements OperatorSpec {
    @Override
    public AssignWatermarksOperator create() {
        return new AssignWatermarksOperator(assigner == null ? null : assigner.instance());
    }
}
