package dev.tidemark.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationFailed;
import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FailingFunctionsTest {
    private final Pipeline pipeline = Pipeline.create("words");

    /** Remembers a word, and throws at an empty one, or in a timer set by one of length 0. */
    static final class Picky extends KeyedProcessFunction<String, Word, String> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable KeyedState state;

        @Override
        public void open(KeyedState given) {
            state = given;
        }

        @Override
        public void processElement(Word word, Context<String> context, Output<String> out) {
            KeyedState states = Objects.requireNonNull(state);
            switch (word.length()) {
                case 0 -> context.timers().registerEventTimeTimer(context.timestamp());
                case 1 -> throw new IllegalArgumentException("too short");
                case 2 -> states.list("last", String.class).add(word.text());
                default -> states.value("last", String.class).update(word.text());
            }
        }

        @Override
        public void onTimer(long timestamp, TimerContext<String> context, Output<String> out) {
            throw new IllegalArgumentException("no timers please");
        }
    }

    private Simulation picky() {
        Word.words(pipeline)
                .keyBy(Word::text)
                .process(new Picky())
                .name("picky")
                .collect("out");
        return Simulation.of(pipeline);
    }

    @Test
    void step_operator_key_and_element_are_named_and_the_run_can_be_looked_into() {
        Simulation run = picky();
        run.send("words", new Word("a", 3));
        run.send("words", new Word("a", 1));
        assertThatThrownBy(run::settle)
                .isInstanceOf(SimulationFailed.class)
                .hasMessage("step 4: operator 'picky', subtask 0, key a, element Word(text=a, length=1): "
                        + "IllegalArgumentException: too short");
        assertThat(run.state("picky").toString()).contains("state=last, key=a, namespace=, value=a");
        assertThat(run.failure()).contains("operator 'picky'");
        assertThatThrownBy(run::step)
                .hasMessageStartingWith("the job has failed (operator 'picky', subtask 0, key a")
                .hasMessageEndingWith("restore a checkpoint, or go back in a recorded run");
    }

    @Test
    void timer_that_throws_names_its_time() {
        Simulation run = picky();
        run.send("words", new Word("a", 0), Word.at(5));
        run.finish("words");
        assertThatThrownBy(run::settle)
                .hasMessageEndingWith("operator 'picky', subtask 0, key a, timer 1970-01-01T00:00:00.005Z: "
                        + "IllegalArgumentException: no timers please");
    }

    @Test
    void failed_run_goes_on_from_a_checkpoint() {
        Simulation run = picky();
        Checkpoint checkpoint = run.checkpoint();
        run.send("words", new Word("a", 1));
        assertThatThrownBy(run::settle).isInstanceOf(SimulationFailed.class);
        run.restore(checkpoint);
        assertThat(run.failure()).isNull();
        assertThatThrownBy(run::settle).as("the word is read again").isInstanceOf(SimulationFailed.class);
    }

    @Test
    void state_name_used_with_two_types() {
        Simulation run = picky();
        run.send("words", new Word("a", 3));
        run.send("words", new Word("a", 2));
        assertThatThrownBy(run::settle)
                .hasMessageEndingWith("IllegalStateException: state 'last' of operator 'picky' is value<String> "
                        + "and was asked for as list<List<String>>; give one of the two another name");
    }

    @Test
    @Statement(162)
    @SuppressWarnings("NullAway") // what a user's function does by mistake
    void null_result() {
        Word.words(pipeline).map(word -> (String) null).returns(String.class).collect("out");
        Simulation run = Simulation.of(pipeline);
        run.send("words", Word.HELLO);
        assertThatThrownBy(run::settle)
                .hasMessageEndingWith("map returned null; filter such elements out, or use Optional");
    }

    @Test
    void watermark_reader_that_throws() {
        pipeline.source("words", Word.class, Watermarks.<Word>punctuated((word, time) -> {
                    throw new IllegalArgumentException("no mark");
                }))
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        run.send("words", Word.HELLO);
        assertThatThrownBy(run::settle)
                .isInstanceOf(SimulationFailed.class)
                .hasMessage("step 1: operator 'words', subtask 0, the watermark after Word(text=hello, length=5): "
                        + "IllegalArgumentException: no mark");
        assertThat(run.failure()).isNotNull();
    }

    @Test
    void function_that_throws_while_it_is_opened() {
        Word.words(pipeline)
                .keyBy(Word::text)
                .process(new Closed())
                .name("closed")
                .collect("out");
        assertThatThrownBy(() -> Simulation.of(pipeline))
                .isInstanceOf(SimulationFailed.class)
                .hasMessage("step 0: operator 'closed', subtask 0, while it was opened: "
                        + "IllegalStateException: closed");
    }

    /** Can't be opened. */
    static final class Closed extends KeyedProcessFunction<String, Word, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void open(KeyedState state) {
            throw new IllegalStateException("closed");
        }

        @Override
        public void processElement(Word word, Context<String> context, Output<String> out) {}
    }
}
