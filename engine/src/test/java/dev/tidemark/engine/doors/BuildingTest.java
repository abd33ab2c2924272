package dev.tidemark.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.Source;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.function.MapFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildingTest {
    private final Pipeline pipeline = Pipeline.create("words");

    @Test
    void empty_pipeline() {
        assertThatThrownBy(pipeline::build).hasMessage("pipeline 'words' is empty; begin with source(…)");
    }

    @Test
    void empty_trace_ends_at_once() {
        Trace<Word> empty = Trace.of(List.<Word>of(), Word.class).eventTime(word -> Word.at(0));
        var out = pipeline.source("words", empty, Watermarks.monotonous()).collect("out");
        Simulation run = Simulation.of(pipeline, options -> options.parallelism(2));
        run.runToEnd();
        assertThat(run.finished()).isTrue();
        assertThat(run.output(out)).isEmpty();
    }

    @Test
    void trace_without_event_times() {
        Trace<Word> untimed = Trace.of(List.of(Word.HELLO), Word.class);
        String message = "the trace of source 'words' has no event times, from which its watermarks are made; "
                + "add .eventTime(…) to the trace";
        assertThatThrownBy(() -> pipeline.source("words", untimed, Watermarks.monotonous()))
                .hasMessage(message);
        assertThatThrownBy(() -> pipeline.source("words", Source.of(untimed), Watermarks.monotonous()))
                .hasMessage(message);
    }

    @Test
    void two_operators_of_one_name() {
        Word.words(pipeline).filter(word -> true).name("words").collect("out");
        assertThatThrownBy(pipeline::build)
                .hasMessage("pipeline 'words' has two operators named 'words'; rename one with .name(\"…\")");
    }

    @Test
    void two_operators_of_one_uid() {
        Word.words(pipeline).filter(word -> true).uid("words").collect("out");
        assertThatThrownBy(pipeline::build)
                .hasMessage("pipeline 'words' has two operators with uid 'words'; change one with .uid(\"…\")");
    }

    @Test
    void blank_name() {
        assertThatThrownBy(() -> Word.words(pipeline).name(" "))
                .hasMessage("an operator's name is blank; give it a word that says what it does");
    }

    @Test
    void type_that_stays_open() {
        Word.words(pipeline)
                .flatMap((Word word, Output<String> out) -> out.collect(word.text()))
                .name("texts")
                .collect("out");
        assertThatThrownBy(pipeline::build)
                .hasMessage(
                        "the type of what 'texts' emits can't be read from its function; say it after the operator: "
                                + ".returns(Result.class), or .returns(new TypeToken<List<String>>() {}) for a generic type");
    }

    @Test
    void capture_that_is_not_serializable() {
        Object lock = new Object();
        Word.words(pipeline).filter(word -> lock.hashCode() != 0).name("locked").collect("out");
        assertThatThrownBy(pipeline::build)
                .hasMessage("the function of 'locked' holds a java.lang.Object, which is not serializable; make it so, "
                        + "or make it inside the function");
    }

    @Test
    void capture_of_a_windows_reduction_is_named_by_its_operator() {
        Object lock = new Object();
        Word.words(pipeline)
                .keyBy(Word::text)
                .window(TumblingWindows.of(Duration.ofSeconds(1)))
                .reduce((left, right) -> lock.hashCode() == 0 ? left : right)
                .name("last")
                .collect("out");
        assertThatThrownBy(pipeline::build).hasMessageStartingWith("the function of 'last' holds a java.lang.Object");
    }

    @Test
    void function_with_a_field_that_changes_is_warned_of() {
        Word.words(pipeline).map(new Counting()).collect("out");
        assertThat(pipeline.build().warnings())
                .containsExactly(
                        "the function Counting has a field 'count' that it can change; it is lost at a restart "
                                + "and when going back: keep it in state, or make it final or transient");
    }

    /** Counts in a field. */
    static final class Counting implements MapFunction<Word, Integer> {
        private static final long serialVersionUID = 1L;

        private int count;

        @Override
        public Integer map(Word word) {
            return ++count;
        }
    }

    @Test
    void side_output_of_two_types() {
        var words = Word.words(pipeline);
        words.sideOutput(dev.tidemark.engine.function.OutputTag.of("side", String.class));
        assertThatThrownBy(() -> words.sideOutput(dev.tidemark.engine.function.OutputTag.of("side", Integer.class)))
                .hasMessage("side output 'side' of 'words' is used with two types, java.lang.String and "
                        + "java.lang.Integer; give one of them another name");
    }

    @Test
    void union_of_two_pipelines() {
        var other = Word.words(Pipeline.create("others"));
        assertThatThrownBy(() -> Word.words(pipeline).union(other))
                .hasMessage("a union joins streams of one pipeline; 'words' belongs to 'others'");
    }

    @Test
    void parallelism_beyond_the_key_groups() {
        Word.words(pipeline).filter(word -> true).name("many").parallelism(200).collect("out");
        assertThatThrownBy(() -> Simulation.of(pipeline, options -> options.maxParallelism(128)))
                .hasMessage("operator 'many' has parallelism 200, more than there are key groups; "
                        + "it must be at most maxParallelism = 128");
    }

    @Test
    void parallelism_of_none() {
        assertThatThrownBy(() -> Word.words(pipeline).parallelism(0))
                .hasMessage("operator 'words' has parallelism 0; it must be at least 1");
        assertThatThrownBy(() -> SimulationOptions.DEFAULT.parallelism(0))
                .hasMessage("parallelism is 0; it must lie in [1, maxParallelism = 32768]");
        assertThatThrownBy(() -> SimulationOptions.DEFAULT.maxParallelism(64).parallelism(65))
                .hasMessage("parallelism is 65; it must lie in [1, maxParallelism = 64]");
        assertThatThrownBy(() -> SimulationOptions.DEFAULT.maxParallelism(32769))
                .hasMessage("maxParallelism is 32769; it must lie in [1, 32768], or be 0 for the default");
    }
}
