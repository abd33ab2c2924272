package dev.tidemark.engine.timeline;

import dev.tidemark.engine.function.FilterFunction;
import dev.tidemark.engine.function.FlatMapFunction;
import dev.tidemark.engine.function.MapFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.RichFunction;
import dev.tidemark.engine.function.RuntimeContext;
import dev.tidemark.engine.state.ReducingState;
import dev.tidemark.engine.state.ValueState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Functions of one element that keep state of its key. */
final class Rich {
    private Rich() {}

    /** Passes values that the key has not had. */
    static final class FirstOfEach implements FilterFunction<Reading>, RichFunction {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Long> last;

        @Override
        public void open(RuntimeContext context) {
            last = context.state().value("last", Long.class);
        }

        @Override
        public boolean filter(Reading reading) {
            ValueState<Long> before = Objects.requireNonNull(last);
            boolean other = !Long.valueOf(reading.value()).equals(before.value());
            before.update(reading.value());
            return other;
        }
    }

    /** Replaces the value by its number within the key, times a hundred, plus the value. */
    static final class Numbered implements MapFunction<Reading, Reading>, RichFunction {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ReducingState<Long> count;

        @Override
        public void open(RuntimeContext context) {
            count = context.state().reducing("count", Long.class, Long::sum);
        }

        @Override
        public Reading map(Reading reading) {
            ReducingState<Long> counted = Objects.requireNonNull(count);
            counted.add(1L);
            return new Reading(reading.key(), 100 * Objects.requireNonNull(counted.value()) + reading.value());
        }
    }

    /** Two neighbours of a key in one, when there are two. */
    static final class Pairs implements FlatMapFunction<Reading, Total>, RichFunction {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Long> open;

        @Override
        public void open(RuntimeContext context) {
            open = context.state().value("open", Long.class);
        }

        @Override
        public void flatMap(Reading reading, Output<Total> out) {
            ValueState<Long> first = Objects.requireNonNull(open);
            Long before = first.value();
            if (before == null) {
                first.update(reading.value());
            } else {
                out.collect(new Total(reading.key(), java.util.List.of(before, reading.value())));
                first.clear();
            }
        }
    }
}
