package dev.tidemark.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.function.AggregateFunction;
import dev.tidemark.engine.function.MapFunction;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopiesTest {
    /** Gives away the very list that it goes on filling. */
    static final class Careless implements AggregateFunction<Sums.Amount, List<Long>, List<Long>> {
        private static final long serialVersionUID = 1L;

        @Override
        public List<Long> createAccumulator() {
            return new ArrayList<>();
        }

        @Override
        public List<Long> add(Sums.Amount value, List<Long> accumulator) {
            accumulator.add(value.value());
            return accumulator;
        }

        @Override
        public List<Long> result(List<Long> accumulator) {
            return accumulator;
        }

        @Override
        public List<Long> merge(List<Long> left, List<Long> right) {
            left.addAll(right);
            return left;
        }
    }

    @Test
    void a_result_does_not_change_when_the_state_that_it_came_from_does() {
        Pipeline pipeline = Pipeline.create("careless");
        var out = pipeline.source("in", Sums.Amount.class, Watermarks.byHand())
                .keyBy(Sums.Amount::key)
                .window(TumblingWindows.of(Duration.ofMillis(10)))
                .trigger(CountTrigger.of(1))
                .aggregate(new Careless())
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        for (long i = 1; i <= 3; i++) {
            run.send("in", new Sums.Amount("a", i), Instant.ofEpochMilli(i));
        }
        run.settle();
        assertThat(run.output(out)).containsExactly(List.of(1L), List.of(1L, 2L), List.of(1L, 2L, 3L));
    }

    /** Says the same list again, longer each time. */
    static final class Again implements MapFunction<Sums.Amount, List<Long>> {
        private static final long serialVersionUID = 1L;

        private final List<Long> same = new ArrayList<>();

        @Override
        public List<Long> map(Sums.Amount amount) {
            same.add(amount.value());
            return same;
        }
    }

    /** Says what is in the first list that came. */
    static final class Remembering implements MapFunction<List<Long>, List<Long>> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable List<Long> first;

        @Override
        public List<Long> map(List<Long> list) {
            if (first == null) {
                first = list;
            }
            return first;
        }
    }

    @Test
    @Statement(105)
    void chained_operators_get_copies() {
        Pipeline pipeline = Pipeline.create("chained");
        var out = pipeline.source("in", Sums.Amount.class, Watermarks.byHand())
                .map(new Again())
                .map(new Remembering())
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        for (long i = 1; i <= 3; i++) {
            run.send("in", new Sums.Amount("a", i));
        }
        run.settle();
        assertThat(run.output(out)).containsExactly(List.of(1L), List.of(1L), List.of(1L));
    }
}
