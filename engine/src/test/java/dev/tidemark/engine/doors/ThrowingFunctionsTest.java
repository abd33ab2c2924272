package dev.tidemark.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationFailed;
import dev.tidemark.engine.WindowedStream;
import dev.tidemark.engine.evictor.Evictor;
import dev.tidemark.engine.function.AggregateFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.ProcessFunction;
import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.trigger.TriggerResult;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import dev.tidemark.engine.window.Window;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A function that throws is named with its operator, subtask, key and element, whatever it is a function of. */
class ThrowingFunctionsTest {
    private static final String AT_ELEMENT = ", key a, element Word(text=a, length=1): IllegalStateException: oh";
    private static final String WITHOUT_KEY = ", element Word(text=a, length=1): IllegalStateException: oh";
    private static final String AT_TIMER = ", key a, timer 1970-01-01T00:00:00.009Z: IllegalStateException: oh";

    @SuppressWarnings("TypeParameterUnusedInFormals") // it stands wherever a result is asked for
    private static <T> T oh() {
        throw new IllegalStateException("oh");
    }

    private static WindowedStream<Word, String, TimeWindow> tens(DataStream<Word> words) {
        return words.keyBy(Word::text).window(TumblingWindows.of(Duration.ofMillis(10)));
    }

    private static Arguments of(String what, Consumer<DataStream<Word>> pipeline, String message) {
        return Arguments.of(what, pipeline, message);
    }

    static Stream<Arguments> functions() {
        return Stream.of(elements(), contents(), windows()).flatMap(each -> each);
    }

    private static Stream<Arguments> elements() {
        return Stream.of(
                of(
                        "map",
                        words -> words.map(word -> ThrowingFunctionsTest.<Word>oh())
                                .returns(Word.class)
                                .name("x")
                                .collect("out"),
                        "'x', subtask 0" + WITHOUT_KEY),
                of(
                        "filter",
                        words -> words.filter(word -> oh()).name("x").collect("out"),
                        "'x', subtask 0" + WITHOUT_KEY),
                of(
                        "flat map",
                        words -> words.flatMap((Word word, Output<Word> out) -> oh())
                                .returns(Word.class)
                                .name("x")
                                .collect("out"),
                        "'x', subtask 0" + WITHOUT_KEY),
                of(
                        "process",
                        words -> words.process(new Processing()).name("x").collect("out"),
                        "'x', subtask 0" + WITHOUT_KEY),
                of(
                        "key",
                        words -> words.keyBy(word -> ThrowingFunctionsTest.<String>oh(), String.class)
                                .reduce((left, right) -> left)
                                .collect("out"),
                        "'words', subtask 0" + WITHOUT_KEY),
                of(
                        "partitioner",
                        words -> words.partitionCustom((key, subtasks) -> oh(), Word::text)
                                .map(word -> word)
                                .collect("out"),
                        "'words', subtask 0" + WITHOUT_KEY));
    }

    private static Stream<Arguments> contents() {
        return Stream.of(
                of(
                        "keyed map",
                        words -> words.keyBy(Word::text)
                                .map(word -> ThrowingFunctionsTest.<Word>oh())
                                .returns(Word.class)
                                .name("x")
                                .collect("out"),
                        "'x', subtask 0" + AT_ELEMENT),
                of(
                        "rolling reduce",
                        words -> words.keyBy(Word::text)
                                .reduce((left, right) -> oh())
                                .name("x")
                                .collect("out"),
                        "'x', subtask 0" + AT_ELEMENT),
                of(
                        "window reduce",
                        words -> tens(words)
                                .reduce((left, right) -> oh())
                                .name("x")
                                .collect("out"),
                        "'x', subtask 0" + AT_ELEMENT),
                of(
                        "aggregate add",
                        words -> tens(words)
                                .aggregate(new Throwing("add"))
                                .name("x")
                                .collect("out"),
                        "'x', subtask 0" + AT_ELEMENT),
                of(
                        "aggregate result",
                        words -> tens(words)
                                .aggregate(new Throwing("result"))
                                .name("x")
                                .collect("out"),
                        "'x', subtask 0" + AT_TIMER),
                of(
                        "aggregate merge",
                        words -> words.keyBy(Word::text)
                                .window(SessionWindows.withGap(Duration.ofMillis(5)))
                                .aggregate(new Throwing("merge"))
                                .name("x")
                                .collect("out"),
                        "'x', subtask 0" + AT_ELEMENT),
                of(
                        "gap",
                        words -> words.keyBy(Word::text)
                                .window(SessionWindows.withDynamicGap((Word word) -> oh()))
                                .count()
                                .name("x")
                                .collect("out"),
                        "'x', subtask 0" + AT_ELEMENT));
    }

    private static Stream<Arguments> windows() {
        return Stream.of(
                of(
                        "window function",
                        words -> tens(words)
                                .process(new Failing("process"))
                                .name("x")
                                .collect("out"),
                        "'x', subtask 0" + AT_TIMER),
                of(
                        "clear of a window function",
                        words -> tens(words)
                                .process(new Failing("clear"))
                                .name("x")
                                .collect("out"),
                        "'x', subtask 0" + AT_TIMER),
                of(
                        "trigger at an element",
                        words -> tens(words)
                                .trigger(new Refusing("element"))
                                .count()
                                .name("x")
                                .collect("out"),
                        "'x', subtask 0" + AT_ELEMENT),
                of(
                        "trigger at a timer",
                        words -> tens(words)
                                .trigger(new Refusing("timer"))
                                .count()
                                .name("x")
                                .collect("out"),
                        "'x', subtask 0" + AT_TIMER),
                of(
                        "trigger that clears",
                        words -> tens(words)
                                .trigger(new Refusing("clear"))
                                .count()
                                .name("x")
                                .collect("out"),
                        "'x', subtask 0" + AT_TIMER),
                of(
                        "evictor before",
                        words -> tens(words)
                                .evictor(new Dropping(true))
                                .count()
                                .name("x")
                                .collect("out"),
                        "'x', subtask 0" + AT_TIMER),
                of(
                        "evictor after",
                        words -> tens(words)
                                .evictor(new Dropping(false))
                                .count()
                                .name("x")
                                .collect("out"),
                        "'x', subtask 0" + AT_TIMER),
                of("sink", words -> words.sink("x", word -> oh()), "'x', subtask 0" + WITHOUT_KEY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void function_that_throws_is_named(String what, Consumer<DataStream<Word>> words, String message) {
        Pipeline pipeline = Pipeline.create("words");
        words.accept(Word.words(pipeline));
        Simulation run = Simulation.of(pipeline);
        for (long time : new long[] {0, 8, 4}) {
            run.send("words", new Word("a", 1), Word.at(time));
        }
        run.finish("words");
        assertThatThrownBy(run::settle)
                .isInstanceOf(SimulationFailed.class)
                .hasMessageStartingWith("step ")
                .hasMessageEndingWith("operator " + message);
        assertThat(run.failure()).endsWith(message);
    }

    /** Throws at each element. */
    static final class Processing extends ProcessFunction<Word, Word> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Word word, ProcessFunction.Context context, Output<Word> out) {
            oh();
        }
    }

    /** Counts, and throws in one of its methods. */
    record Throwing(String where) implements AggregateFunction<Word, Long, Long> {
        private Long count(String here, Long count) {
            return where.equals(here) ? oh() : count;
        }

        @Override
        public Long createAccumulator() {
            return 0L;
        }

        @Override
        public Long add(Word word, Long count) {
            return count("add", count + 1);
        }

        @Override
        public Long result(Long count) {
            return count("result", count);
        }

        @Override
        public Long merge(Long left, Long right) {
            return count("merge", left + right);
        }
    }

    /** Emits nothing, and throws in one of its methods. */
    record Failing(String where) implements ProcessWindowFunction<Word, String, String, TimeWindow> {
        @Override
        public void process(
                String key,
                ProcessWindowFunction.Context<TimeWindow> context,
                Iterable<Word> elements,
                Output<String> out) {
            if (where.equals("process")) {
                oh();
            }
        }

        @Override
        public void clear(ProcessWindowFunction.Context<TimeWindow> context) {
            oh();
        }
    }

    /** Fires at the end, and throws in one of its methods. */
    record Refusing(String where) implements Trigger<Object, TimeWindow> {
        private TriggerResult result(String here, TriggerResult result) {
            return where.equals(here) ? oh() : result;
        }

        @Override
        public TriggerResult onElement(Object element, long timestamp, TimeWindow window, Trigger.Context context) {
            return result("element", TriggerResult.CONTINUE);
        }

        @Override
        public TriggerResult onEventTime(long time, TimeWindow window, Trigger.Context context) {
            return result("timer", TriggerResult.FIRE);
        }

        @Override
        public TriggerResult onProcessingTime(long time, TimeWindow window, Trigger.Context context) {
            return TriggerResult.CONTINUE;
        }

        @Override
        public void clear(TimeWindow window, Trigger.Context context) {
            result("clear", TriggerResult.CONTINUE);
        }
    }

    /** Throws before or after the window's function. */
    record Dropping(boolean before) implements Evictor<Word, Window> {
        @Override
        public void evictBefore(Elements<Word> elements, Window window, Evictor.Context context) {
            if (before) {
                oh();
            }
        }

        @Override
        public void evictAfter(Elements<Word> elements, Window window, Evictor.Context context) {
            oh();
        }
    }
}
