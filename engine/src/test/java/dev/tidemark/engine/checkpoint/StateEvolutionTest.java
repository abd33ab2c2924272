package dev.tidemark.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Run;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.function.KeySelector;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ListState;
import dev.tidemark.engine.state.StateTtl;
import dev.tidemark.engine.state.ValueState;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A checkpoint of a job whose records have changed since: {@link Then} has them as they were, {@link Now} as they are. */
class StateEvolutionTest {
    private static final StateTtl HOUR = StateTtl.of(Duration.ofHours(1));

    static final class Then {
        record Seen(String word, int count) {}

        record Spot(String id, int where) {}

        private Then() {}
    }

    static final class Now {
        record Seen(long count, String word, boolean loud) {}

        record Spot(String id, long where, String net) {}

        record Unlike(String word, String count) {}

        private Now() {}
    }

    /** Remembers its words as a record of then. */
    static final class Before extends KeyedProcessFunction<String, String, String> {
        private static final long serialVersionUID = 1L;
        private final boolean expiring;
        private transient @Nullable ValueState<Then.Seen> last;
        private transient @Nullable ListState<Then.Seen> all;

        Before(boolean expiring) {
            this.expiring = expiring;
        }

        @Override
        public void open(KeyedState given) {
            KeyedState state = expiring ? given.withTtl(HOUR) : given;
            last = state.value("last", Then.Seen.class);
            all = state.list("all", Then.Seen.class);
        }

        @Override
        public void processElement(String word, Context<String> context, Output<String> out) {
            Then.Seen seen = new Then.Seen(word, word.length());
            Objects.requireNonNull(last).update(seen);
            Objects.requireNonNull(all).add(seen);
        }
    }

    /** Says what it remembers, as a record of now. */
    static final class After extends KeyedProcessFunction<String, String, String> {
        private static final long serialVersionUID = 1L;
        private final boolean expiring;
        private transient @Nullable ValueState<Now.Seen> last;
        private transient @Nullable ListState<Now.Seen> all;

        After(boolean expiring) {
            this.expiring = expiring;
        }

        @Override
        public void open(KeyedState given) {
            KeyedState state = expiring ? given.withTtl(HOUR) : given;
            last = state.value("last", Now.Seen.class);
            all = state.list("all", Now.Seen.class);
        }

        @Override
        public void processElement(String word, Context<String> context, Output<String> out) {
            out.collect(Objects.requireNonNull(last).value() + " of "
                    + Objects.requireNonNull(all).values());
        }
    }

    /** Asks for the state as what it never was. */
    static final class Wrong extends KeyedProcessFunction<String, String, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void open(KeyedState state) {
            state.value("last", Now.Unlike.class);
        }

        @Override
        public void processElement(String word, Context<String> context, Output<String> out) {}
    }

    private static Simulation words(KeyedProcessFunction<String, String, String> function, int parallelism) {
        Pipeline pipeline = Pipeline.create("words");
        pipeline.source("words", String.class, Watermarks.byHand())
                .keyBy(word -> word.substring(0, 1))
                .process(function)
                .name("remember")
                .collect("out");
        return Simulation.of(pipeline, options -> options.parallelism(parallelism));
    }

    private static Checkpoint before(boolean expiring) {
        Simulation run = words(new Before(expiring), 1);
        for (String word : List.of("ant", "bee", "ape")) {
            run.send("words", word);
            run.settle();
        }
        return run.checkpoint();
    }

    private static List<Object> say(Run run, String... words) {
        for (String word : words) {
            run.send("words", word);
            run.settle();
        }
        return Sums.out(run);
    }

    @Test
    void keyed_state_is_read_as_the_record_of_now_at_any_parallelism() {
        for (int parallelism : new int[] {1, 3}) {
            Simulation run = words(new After(false), parallelism);
            run.restore(before(false));

            assertThat(say(run, "a", "b"))
                    .containsExactly(
                            "Seen[count=3, word=ape, loud=false] of [Seen[count=3, word=ant, loud=false], "
                                    + "Seen[count=3, word=ape, loud=false]]",
                            "Seen[count=3, word=bee, loud=false] of [Seen[count=3, word=bee, loud=false]]");
        }
    }

    @Test
    void what_has_evolved_is_stored_in_the_shape_of_now() {
        Simulation once = words(new After(false), 1);
        once.restore(before(false));
        Simulation twice = words(new After(false), 1);
        twice.restore(once.checkpoint());

        assertThat(say(twice, "b"))
                .containsExactly("Seen[count=3, word=bee, loud=false] of [Seen[count=3, word=bee, loud=false]]");
    }

    @Test
    void records_evolve_while_their_state_gains_or_loses_or_keeps_a_time_to_live() {
        for (boolean first : new boolean[] {false, true}) {
            for (boolean second : new boolean[] {false, true}) {
                Simulation run = words(new After(second), 1);
                run.restore(before(first));

                assertThat(say(run, "b"))
                        .as("%s, then %s", first, second)
                        .containsExactly(
                                "Seen[count=3, word=bee, loud=false] of [Seen[count=3, word=bee, loud=false]]");
            }
        }
    }

    @Test
    void what_cannot_be_read_names_state_record_component_and_both_types() {
        Simulation run = words(new Wrong(), 1);
        assertThatThrownBy(() -> run.restore(before(false)))
                .hasMessageEndingWith(
                        "state 'last' of operator 'remember' is value<Seen(word: String, count: int)> and was "
                                + "asked for as value<Unlike(word: String, count: String)>: Seen was written as "
                                + "Seen(word: String, count: int) and cannot be read as Unlike; if that is its new name, "
                                + "annotate it with @FormerName(\"Seen\")");
    }

    // ---- elements in windows

    private static <S, K> Simulation spots(Class<S> type, KeySelector<S, K> key) {
        Pipeline pipeline = Pipeline.create("spots");
        pipeline.source("spots", type, Watermarks.byHand())
                .keyBy(key)
                .window(TumblingWindows.of(Duration.ofMillis(10)))
                .process(
                        (K each,
                                ProcessWindowFunction.Context<TimeWindow> context,
                                Iterable<S> spots,
                                Output<String> out) -> spots.forEach(spot -> out.collect(spot.toString())))
                .returns(String.class)
                .name("gather")
                .collect("out");
        return Simulation.of(pipeline);
    }

    private static Checkpoint gathered() {
        Simulation run = spots(Then.Spot.class, Then.Spot::id);
        run.send("spots", new Then.Spot("a", 1), Instant.ofEpochMilli(1));
        run.send("spots", new Then.Spot("a", 2), Instant.ofEpochMilli(2));
        run.settle();
        return run.checkpoint();
    }

    @Test
    void elements_in_windows_are_read_as_the_record_of_now() {
        Simulation run = spots(Now.Spot.class, Now.Spot::id);
        run.restore(gathered());
        run.send("spots", new Now.Spot("a", 3, "x"), Instant.ofEpochMilli(3));
        run.advanceWatermark("spots", Instant.ofEpochMilli(9));
        run.settle();

        assertThat(Sums.out(run))
                .containsExactly(
                        "Spot[id=a, where=1, net=null]", "Spot[id=a, where=2, net=null]", "Spot[id=a, where=3, net=x]");
    }

    @Test
    void keys_keep_their_type() {
        Simulation run = spots(Now.Spot.class, Now.Spot::where);
        Checkpoint gathered = gathered();

        assertThatThrownBy(() -> run.restore(gathered))
                .hasMessageEndingWith(
                        "the keys of operator 'gather' were written as String and are Long now; keep the type of "
                                + "the keys, whatever else of a state changes, or give the operator another uid, "
                                + "which begins without what was stored");
    }
}
