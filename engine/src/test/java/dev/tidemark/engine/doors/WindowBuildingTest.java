package dev.tidemark.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.evictor.DeltaEvictor;
import dev.tidemark.engine.function.AggregateFunction;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.trigger.TriggerResult;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import java.io.Serializable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WindowBuildingTest {
    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }

    @Test
    void windows_over_the_whole_stream_have_one_subtask() {
        var counts = Word.words(Pipeline.create("words"))
                .windowAll(TumblingWindows.of(seconds(1)))
                .count()
                .name("count");
        assertThat(counts.parallelism(1)).isSameAs(counts);
        assertThatThrownBy(() -> counts.parallelism(2))
                .hasMessage("operator 'count' has parallelism 2; it sees the whole stream; to spread the work use "
                        + "keyBy(…)");
    }

    @Test
    void side_output_that_panes_need() {
        OutputTag<Word> tag = OutputTag.of("panes", Word.class);
        var windows = Word.words(Pipeline.create("words")).keyBy(Word::text).window(TumblingWindows.of(seconds(1)));
        String message = "the side output 'panes' of windows such as 'window-1' is taken: it is what panes() reads; "
                + "give your tag another name";
        assertThatThrownBy(() -> windows.sideOutputLateData(tag).count()).hasMessage(message);
        assertThatThrownBy(() -> windows.count().sideOutput(tag)).hasMessage(message.replace("window-1", "window-2"));
    }

    /** Keeps words in an object that no codec can write. */
    static final class InAnObject implements AggregateFunction<Word, Object, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public Object createAccumulator() {
            return 0L;
        }

        @Override
        public Object add(Word word, Object accumulator) {
            return accumulator;
        }

        @Override
        public Long result(Object accumulator) {
            return 0L;
        }

        @Override
        public Object merge(Object left, Object right) {
            return left;
        }
    }

    @Test
    void accumulator_that_can_not_be_stored() {
        Pipeline pipeline = Pipeline.create("words");
        Word.words(pipeline)
                .keyBy(Word::text)
                .window(TumblingWindows.of(seconds(1)))
                .aggregate(new InAnObject())
                .name("kept")
                .collect("out");
        assertThatThrownBy(pipeline::build)
                .hasMessage("the accumulator's type of InAnObject is not known; write the function as a class that "
                        + "implements AggregateFunction<…>");
        Pipeline other = Pipeline.create("words");
        Word.words(other)
                .keyBy(Word::text)
                .window(TumblingWindows.of(seconds(1)))
                .aggregate(new InAThread())
                .name("kept")
                .collect("out");
        assertThatThrownBy(other::build)
                .hasMessageStartingWith("the accumulator of 'kept' can't be stored: Thread: java.lang.Thread");
    }

    /** Keeps words in a thread, of all things. */
    static final class InAThread implements AggregateFunction<Word, Thread, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public Thread createAccumulator() {
            return Thread.currentThread();
        }

        @Override
        public Thread add(Word word, Thread accumulator) {
            return accumulator;
        }

        @Override
        public Long result(Thread accumulator) {
            return 0L;
        }

        @Override
        public Thread merge(Thread left, Thread right) {
            return left;
        }
    }

    @Test
    void gap_that_holds_what_can_not_be_serialized() {
        Object lock = new Object();
        Pipeline pipeline = Pipeline.create("words");
        Word.words(pipeline)
                .keyBy(Word::text)
                .window(SessionWindows.withDynamicGap((Word word) -> Duration.ofMillis(lock.hashCode())))
                .count()
                .name("count")
                .collect("out");
        assertThatThrownBy(pipeline::build)
                .hasMessage(
                        "the function of 'count' holds a java.lang.Object, which is not serializable; make it so, or "
                                + "make it inside the function");
    }

    @Test
    void what_windows_are_made_of_reads_the_same_in_every_build() {
        Pipeline pipeline = Pipeline.create("words");
        Word.words(pipeline)
                .keyBy(Word::text)
                .window(SessionWindows.withDynamicGap((Word word) -> seconds(1)))
                .trigger(new Held(new Address()))
                .evictor(DeltaEvictor.of(1, (older, newer) -> 0))
                .allowedLateness(seconds(2))
                .count()
                .name("count")
                .collect("out");
        assertThat(pipeline.toString())
                .contains(
                        "count (window: sessions with a gap by element, aggregate, Held[at=dev.tidemark.engine.doors.WindowBuildingTest$Address], "
                                + "DeltaEvictor[threshold=1.0, after=false], lateness 2s)");
    }

    /** Its text differs from one object to the next. */
    static final class Address implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** A trigger whose text has an address in it. */
    record Held(Address at) implements Trigger<Object, TimeWindow> {
        @Override
        public TriggerResult onElement(Object element, long timestamp, TimeWindow window, Context context) {
            return TriggerResult.FIRE;
        }

        @Override
        public TriggerResult onEventTime(long time, TimeWindow window, Context context) {
            return TriggerResult.CONTINUE;
        }

        @Override
        public TriggerResult onProcessingTime(long time, TimeWindow window, Context context) {
            return TriggerResult.CONTINUE;
        }

        @Override
        public boolean canMerge() {
            return true;
        }

        @Override
        public void clear(TimeWindow window, Context context) {}
    }

    @Test
    void lateness_where_nothing_is_late_is_warned_of() {
        Pipeline pipeline = Pipeline.create("words");
        Word.words(pipeline)
                .keyBy(Word::text)
                .window(TumblingWindows.of(seconds(1)).inProcessingTime())
                .allowedLateness(seconds(1))
                .count()
                .collect("out");
        assertThat(pipeline.build().warnings())
                .containsExactly("nothing is ever late for tumbling 1s of processing time; allowedLateness and "
                        + "sideOutputLateData do nothing there, leave them out");
    }
}
