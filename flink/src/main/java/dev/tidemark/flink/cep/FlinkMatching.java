package dev.tidemark.flink.cep;

import dev.tidemark.engine.cep.PatternProcessFunction;
import dev.tidemark.engine.cep.TimedOutPartialMatchHandler;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.Prototype;
import dev.tidemark.flink.function.Carried;
import dev.tidemark.flink.function.Sides;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.util.Collector;

/** What becomes of matches. */
public class FlinkMatching extends org.apache.flink.cep.functions.PatternProcessFunction<Object, Object> {
    private static final long serialVersionUID = 1L;

    private final Carried<PatternProcessFunction<Object, Object>> function;
    private final Sides sides;

    FlinkMatching(Carried<PatternProcessFunction<Object, Object>> function, Sides sides) {
        this.function = function;
        this.sides = sides;
    }

    /** Flink's function for the engine's, which may also want to see what times out. */
    public static FlinkMatching of(
            Prototype<PatternProcessFunction<Object, Object>> prototype, String owner, Sides sides) {
        Carried<PatternProcessFunction<Object, Object>> carried = Carried.of(prototype, owner);
        return prototype.instance() instanceof TimedOutPartialMatchHandler
                ? new WithTimeouts(carried, sides)
                : new FlinkMatching(carried, sides);
    }

    final PatternProcessFunction<Object, Object> function() {
        return function.get();
    }

    final View view(Context context) {
        return new View(context, sides);
    }

    @Override
    public void processMatch(Map<String, List<Object>> match, Context context, Collector<Object> out) throws Exception {
        function()
                .processMatch(
                        match,
                        view(context),
                        result -> out.collect(Objects.requireNonNull(result, "a match's result is null")));
    }

    /** One that sees partial matches that time out, too. */
    private static final class WithTimeouts extends FlinkMatching
            implements org.apache.flink.cep.functions.TimedOutPartialMatchHandler<Object> {
        private static final long serialVersionUID = 1L;

        WithTimeouts(Carried<PatternProcessFunction<Object, Object>> function, Sides sides) {
            super(function, sides);
        }

        @Override
        @SuppressWarnings("unchecked")
        public void processTimedOutMatch(Map<String, List<Object>> match, Context context) throws Exception {
            ((TimedOutPartialMatchHandler<Object>) function()).processTimedOutMatch(match, view(context));
        }
    }

    /** Flink's context as the engine's. */
    record View(Context context, Sides sides) implements PatternProcessFunction.Context {
        @Override
        public long timestamp() {
            return context.timestamp();
        }

        @Override
        public long processingTime() {
            return context.currentProcessingTime();
        }

        @Override
        public <X> void output(OutputTag<X> tag, X value) {
            org.apache.flink.util.OutputTag<Object> side = sides.find(tag.name());
            Objects.requireNonNull(value);
            if (side != null) {
                context.output(side, value);
            }
        }
    }
}
