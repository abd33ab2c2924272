package dev.tidemark.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.MapFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessAllWindowFunction;
import dev.tidemark.engine.function.ProcessFunction;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.function.ReduceFunction;
import dev.tidemark.engine.function.RichFunction;
import dev.tidemark.engine.function.RuntimeContext;
import dev.tidemark.engine.function.SinkFunction;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.window.GlobalWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RichFunctionsTest {
    private static final List<String> WRITTEN = new ArrayList<>();

    private final Pipeline pipeline = Pipeline.create("words");
    private final DataStream<Word> words = Word.words(pipeline);

    private static String where(@Nullable RuntimeContext context) {
        RuntimeContext known = Objects.requireNonNull(context);
        return known.operator() + " " + known.subtask() + "/" + known.parallelism() + " of " + known.maxParallelism();
    }

    private List<Object> results() {
        Simulation run = Simulation.of(pipeline, options -> options.parallelism(2));
        run.send("words", new Word("a", 1), Word.at(1));
        run.settle();
        return run.output("out").stream().map(each -> each.value()).toList();
    }

    /** Says where it runs. */
    static final class Where implements MapFunction<Word, String>, RichFunction {
        private static final long serialVersionUID = 1L;

        private transient @Nullable RuntimeContext context;

        @Override
        public void open(RuntimeContext given) {
            context = given;
        }

        @Override
        public String map(Word word) {
            return where(context);
        }
    }

    @Test
    void function_of_an_element_knows_where_it_runs() {
        words.map(new Where()).name("where").parallelism(3).collect("out");
        assertThat(results()).containsExactly("where 0/3 of 128");
    }

    /** Says where it runs. */
    static final class Processing extends ProcessFunction<Word, String> implements RichFunction {
        private static final long serialVersionUID = 1L;

        private transient @Nullable RuntimeContext context;

        @Override
        public void open(RuntimeContext given) {
            context = given;
        }

        @Override
        public void processElement(Word word, ProcessFunction.Context at, Output<String> out) {
            out.collect(where(context));
        }
    }

    @Test
    void process_function_knows_where_it_runs() {
        words.process(new Processing()).name("where").collect("out");
        assertThat(results()).containsExactly("where 0/2 of 128");
    }

    /** Says where it runs, with the state of its key at hand. */
    static final class Keyed extends KeyedProcessFunction<String, Word, String> implements RichFunction {
        private static final long serialVersionUID = 1L;

        private transient @Nullable RuntimeContext context;

        @Override
        public void open(RuntimeContext given) {
            context = given;
        }

        @Override
        public void processElement(Word word, KeyedProcessFunction.Context<String> at, Output<String> out) {
            var seen = Objects.requireNonNull(context).state().value("seen", String.class);
            out.collect(where(context) + " " + seen.value());
            seen.update(word.text());
        }
    }

    @Test
    void keyed_function_has_the_state_of_its_key() {
        words.keyBy(Word::text).process(new Keyed()).name("where").collect("out");
        assertThat(results()).containsExactly("where 1/2 of 128 null");
    }

    /** Says where it runs. */
    static final class OfWindow implements ProcessWindowFunction<Word, String, String, GlobalWindow>, RichFunction {
        private static final long serialVersionUID = 1L;

        private transient @Nullable RuntimeContext context;

        @Override
        public void open(RuntimeContext given) {
            context = given;
        }

        @Override
        public void process(
                String key,
                ProcessWindowFunction.Context<GlobalWindow> at,
                Iterable<Word> elements,
                Output<String> out) {
            at.globalState().value("seen", String.class).update(key);
            out.collect(where(context)
                    + Objects.requireNonNull(context)
                            .state()
                            .value("seen", String.class)
                            .value());
        }
    }

    @Test
    void window_function_has_the_state_of_its_key_which_is_its_global_state() {
        words.keyBy(Word::text)
                .countWindow(1)
                .process(new OfWindow())
                .name("where")
                .collect("out");
        assertThat(results()).containsExactly("where 1/2 of 128a");
    }

    /** Says where it runs. */
    static final class OfAll implements ProcessAllWindowFunction<Word, String, GlobalWindow>, RichFunction {
        private static final long serialVersionUID = 1L;

        private transient @Nullable RuntimeContext context;

        @Override
        public void open(RuntimeContext given) {
            context = given;
        }

        @Override
        public void process(
                ProcessWindowFunction.Context<GlobalWindow> at, Iterable<Word> elements, Output<String> out) {
            out.collect(where(context));
        }
    }

    @Test
    void function_over_windows_of_the_whole_stream_knows_where_it_runs() {
        words.countWindowAll(1).process(new OfAll()).name("where").collect("out");
        assertThat(results()).containsExactly("where 0/1 of 128");
    }

    /** Keeps the longer word, and says where it was opened. */
    static final class Longer implements ReduceFunction<Word>, RichFunction {
        private static final long serialVersionUID = 1L;

        private transient @Nullable RuntimeContext context;

        @Override
        public void open(RuntimeContext given) {
            context = given;
        }

        @Override
        public Word reduce(Word left, Word right) {
            return new Word(where(context), right.length());
        }
    }

    @Test
    void rolling_reduction_knows_where_it_runs() {
        words.keyBy(Word::text).reduce(new Longer()).name("longer").collect("out");
        Simulation run = Simulation.of(pipeline);
        run.send("words", new Word("a", 1));
        run.send("words", new Word("a", 2));
        run.settle();
        assertThat(run.output("out").stream().map(each -> each.value()))
                .containsExactly(new Word("a", 1), new Word("longer 0/1 of 128", 2));
    }

    /** Writes where it runs. */
    static final class Writing implements SinkFunction<Word>, RichFunction {
        private static final long serialVersionUID = 1L;

        private transient @Nullable RuntimeContext context;

        @Override
        public void open(RuntimeContext given) {
            context = given;
        }

        @Override
        public void write(Word word) {
            WRITTEN.add(where(context));
        }
    }

    @Test
    void sink_knows_where_it_runs() {
        WRITTEN.clear();
        words.sink("out", new Writing());
        results();
        assertThat(WRITTEN).containsExactly("out 0/2 of 128");
    }

    /** Asks for state. */
    static final class Stateful implements MapFunction<Word, Word>, RichFunction {
        private static final long serialVersionUID = 1L;

        @Override
        public void open(RuntimeContext context) {
            context.state().value("last", Word.class);
        }

        @Override
        public Word map(Word word) {
            return word;
        }
    }

    @Test
    @Statement(98)
    void state_without_keys() {
        words.map(new Stateful()).name("stateful").collect("out");
        assertThatThrownBy(() -> Simulation.of(pipeline))
                .hasMessage(
                        "step 0: operator 'stateful', subtask 0, while it was opened: IllegalStateException: operator "
                                + "'stateful' has no keyed state or timers: its input is not keyed; use keyBy");
    }

    @Test
    void rich_reduction_of_windows() {
        var windows = words.keyBy(Word::text).countWindow(2);
        assertThatThrownBy(() -> windows.reduce(new Longer()))
                .hasMessageStartingWith("the function RichFunctionsTest$Longer reduces or "
                        + "aggregates windows and so can't be rich; keep state in a ProcessWindowFunction, as the second "
                        + "argument of reduce(…)");
    }
}
