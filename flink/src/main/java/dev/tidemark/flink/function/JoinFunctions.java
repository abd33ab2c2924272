package dev.tidemark.flink.function;

import dev.tidemark.engine.function.CoGroupFunction;
import dev.tidemark.engine.function.FlatJoinFunction;
import dev.tidemark.engine.function.JoinFunction;
import java.util.Objects;
import org.apache.flink.util.Collector;

/** The functions of joins over windows. */
public final class JoinFunctions {
    private JoinFunctions() {}

    /** One result for each pair. */
    public record Join(Carried<JoinFunction<Object, Object, Object>> function)
            implements org.apache.flink.api.common.functions.JoinFunction<Object, Object, Object> {
        @Override
        public Object join(Object left, Object right) throws Exception {
            return Objects.requireNonNull(function.get().join(left, right), "a join's result is null");
        }
    }

    /** Any number of results for each pair. */
    public record FlatJoin(Carried<FlatJoinFunction<Object, Object, Object>> function)
            implements org.apache.flink.api.common.functions.FlatJoinFunction<Object, Object, Object> {
        @Override
        public void join(Object left, Object right, Collector<Object> out) throws Exception {
            function.get().join(left, right, new Results(out));
        }
    }

    /** Whatever becomes of both groups. */
    public record CoGroup(Carried<CoGroupFunction<Object, Object, Object>> function)
            implements org.apache.flink.api.common.functions.CoGroupFunction<Object, Object, Object> {
        @Override
        public void coGroup(Iterable<Object> left, Iterable<Object> right, Collector<Object> out) throws Exception {
            function.get().coGroup(left, right, new Results(out));
        }
    }
}
