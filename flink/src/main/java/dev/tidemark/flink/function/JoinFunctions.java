package dev.tidemark.flink.function;

import dev.tidemark.engine.function.CoGroupFunction;
import dev.tidemark.engine.function.FlatJoinFunction;
import dev.tidemark.engine.function.JoinFunction;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichCoGroupFunction;
import org.apache.flink.api.common.functions.RichFlatJoinFunction;
import org.apache.flink.api.common.functions.RichJoinFunction;
import org.apache.flink.util.Collector;

/** The functions of joins over windows. */
public final class JoinFunctions {
    private JoinFunctions() {}

    /** One result for each pair. */
    public static final class Join extends RichJoinFunction<Object, Object, Object> {
        private static final long serialVersionUID = 1L;
        private final Carried<JoinFunction<Object, Object, Object>> function;

        public Join(Carried<JoinFunction<Object, Object, Object>> function) {
            this.function = function;
        }

        @Override
        public void open(OpenContext context) throws Exception {
            FlinkContext.open(function, getRuntimeContext());
        }

        @Override
        public Object join(Object left, Object right) throws Exception {
            return Objects.requireNonNull(function.get().join(left, right), "a join's result is null");
        }
    }

    /** Any number of results for each pair. */
    public static final class FlatJoin extends RichFlatJoinFunction<Object, Object, Object> {
        private static final long serialVersionUID = 1L;
        private final Carried<FlatJoinFunction<Object, Object, Object>> function;

        public FlatJoin(Carried<FlatJoinFunction<Object, Object, Object>> function) {
            this.function = function;
        }

        @Override
        public void open(OpenContext context) throws Exception {
            FlinkContext.open(function, getRuntimeContext());
        }

        @Override
        public void join(Object left, Object right, Collector<Object> out) throws Exception {
            function.get().join(left, right, new Results(out));
        }
    }

    /** Whatever becomes of both groups. */
    public static final class CoGroup extends RichCoGroupFunction<Object, Object, Object> {
        private static final long serialVersionUID = 1L;
        private final Carried<CoGroupFunction<Object, Object, Object>> function;

        public CoGroup(Carried<CoGroupFunction<Object, Object, Object>> function) {
            this.function = function;
        }

        @Override
        public void open(OpenContext context) throws Exception {
            FlinkContext.open(function, getRuntimeContext());
        }

        @Override
        public void coGroup(Iterable<Object> left, Iterable<Object> right, Collector<Object> out) throws Exception {
            function.get().coGroup(left, right, new Results(out));
        }
    }
}
