package dev.tidemark.engine.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationFailed;
import dev.tidemark.engine.evictor.CountEvictor;
import dev.tidemark.engine.evictor.TimeEvictor;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.trigger.ContinuousEventTimeTrigger;
import dev.tidemark.engine.trigger.ContinuousProcessingTimeTrigger;
import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.trigger.DeltaTrigger;
import dev.tidemark.engine.trigger.ProcessingTimeoutTrigger;
import dev.tidemark.engine.trigger.PurgingTrigger;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.trigger.TriggerResult;
import dev.tidemark.engine.window.GlobalWindows;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.SlidingWindows;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }

    @Test
    @Statement(35)
    void tumbling_size_of_zero_or_less() {
        assertThatThrownBy(() -> TumblingWindows.of(Duration.ZERO))
                .hasMessage("a tumbling window's size is 0s; it must be at least 1 ms");
        assertThatThrownBy(() -> TumblingWindows.of(seconds(-1)))
                .hasMessage("a tumbling window's size is -1s; it must be at least 1 ms");
    }

    @Test
    @Statement(35)
    void tumbling_offset_of_a_whole_size() {
        assertThatThrownBy(() -> TumblingWindows.of(seconds(2)).offset(seconds(-2)))
                .hasMessage(
                        "a tumbling window's offset is -2s and its size 2s; the offset must be smaller than the size");
    }

    @Test
    @Statement(35)
    void sliding_size_slide_and_offset() {
        assertThatThrownBy(() -> SlidingWindows.of(seconds(-2), seconds(1)))
                .hasMessage("a sliding window's size is -2s and its slide 1s; both must be at least 1 ms");
        assertThatThrownBy(() -> SlidingWindows.of(seconds(2), Duration.ZERO))
                .hasMessage("a sliding window's size is 2s and its slide 0s; both must be at least 1 ms");
        assertThatThrownBy(() -> SlidingWindows.of(seconds(2), seconds(1)).offset(seconds(1)))
                .hasMessage(
                        "a sliding window's size is 2s and its slide 1s; the offset 1s must be smaller than the slide");
        assertThatThrownBy(() -> SlidingWindows.of(Duration.ofDays(200), Duration.ofMillis(1)))
                .hasMessage("a sliding window's size is 4800h and its slide 1ms; "
                        + "an element would be in more than 10000000 windows");
    }

    @Test
    @Statement(60)
    void session_gap() {
        assertThatThrownBy(() -> SessionWindows.withGap(Duration.ZERO))
                .hasMessage("a session's gap is 0s; it must be at least 1 ms");
    }

    @Test
    @Statement(60)
    void dynamic_gap_of_nothing() {
        Pipeline pipeline = Pipeline.create("words");
        Word.words(pipeline)
                .keyBy(Word::text)
                .window(SessionWindows.withDynamicGap((Word word) -> Duration.ofMillis(word.length())))
                .count()
                .name("count")
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        run.send("words", new Word("a", 0), Word.at(1));
        assertThatThrownBy(run::settle)
                .hasMessageEndingWith("operator 'count', subtask 0, key a, element Word(text=a, length=0): "
                        + "IllegalArgumentException: the session's gap behind Word[text=a, length=0] is 0s; "
                        + "it must be at least 1 ms");
    }

    @Test
    void evictors() {
        assertThatThrownBy(() -> CountEvictor.of(-1))
                .hasMessage("a count evictor keeps -1 elements; it must be zero or more");
        assertThatThrownBy(() -> TimeEvictor.of(seconds(-1)))
                .hasMessage("a time evictor keeps elements for -1s; it must be zero or more");
    }

    @Test
    void time_evictor_over_elements_of_which_only_some_have_a_time() {
        Pipeline pipeline = Pipeline.create("words");
        Word.words(pipeline)
                .keyBy(Word::text)
                .window(GlobalWindows.create())
                .trigger(CountTrigger.of(2))
                .evictor(TimeEvictor.of(seconds(1)))
                .count()
                .name("count")
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        run.send("words", new Word("a", 1), Word.at(1));
        run.send("words", new Word("a", 2));
        assertThatThrownBy(run::settle)
                .hasMessageEndingWith("IllegalStateException: the element Word[text=a, length=2] has no timestamp, by "
                        + "which a time evictor could keep or drop it; send all elements with a time, or use a count "
                        + "evictor");
    }

    @Test
    @Statement(81)
    void reduction_of_a_window_from_which_everything_was_evicted() {
        Pipeline pipeline = Pipeline.create("words");
        Word.words(pipeline)
                .windowAll(TumblingWindows.of(seconds(1)))
                .evictor(CountEvictor.of(0))
                .maxBy(Word::length)
                .name("longest")
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        run.send("words", Word.HELLO, Word.at(1));
        run.finish("words");
        assertThatThrownBy(run::settle)
                .hasMessageEndingWith("operator 'longest', subtask 0, key all, timer 1970-01-01T00:00:00.999Z: "
                        + "NullPointerException: the result of the window [1970-01-01T00:00:00Z, 00:00:01) is null, "
                        + "which a stream can't hold; use process(…), which may emit nothing");
    }

    @Test
    @Statement(70)
    void lateness_beyond_the_end_of_time_on_sessions() {
        Pipeline pipeline = Pipeline.create("words");
        Word.words(pipeline)
                .keyBy(Word::text)
                .window(SessionWindows.withGap(seconds(1)))
                .allowedLateness(Duration.ofMillis(Long.MAX_VALUE))
                .count()
                .name("count")
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        run.send("words", new Word("a", 1), Word.at(0));
        run.advanceWatermark("words", Word.at(0));
        run.settle();
        run.send("words", new Word("a", 2), Word.at(500));
        assertThatThrownBy(run::settle)
                .hasMessageEndingWith("UnsupportedOperationException: sessions merged into [1970-01-01T00:00:00Z, "
                        + "00:00:01.500), which the watermark 1970-01-01T00:00:00Z has passed because the allowed "
                        + "lateness of 9223372036854775807ms goes beyond the end of time; allow less");
    }

    @Test
    void triggers() {
        assertThatThrownBy(() -> CountTrigger.of(0))
                .hasMessage("a count trigger fires after 0 elements; it must be at least 1");
        assertThatThrownBy(() -> ContinuousEventTimeTrigger.every(Duration.ZERO))
                .hasMessage("a continuous trigger's interval is 0s; it must be at least 1 ms");
        assertThatThrownBy(() -> ContinuousProcessingTimeTrigger.every(Duration.ZERO))
                .hasMessage("a continuous trigger's interval is 0s; it must be at least 1 ms");
        assertThatThrownBy(() -> ProcessingTimeoutTrigger.of(CountTrigger.of(1), seconds(-1)))
                .hasMessage("a trigger's timeout is -1s; it must be zero or more");
    }

    @Test
    @Statement(25)
    void watermarks() {
        assertThatThrownBy(() -> Watermarks.outOfOrder(seconds(-1)))
                .hasMessage("the bound of disorder is -1s; it must be zero or more");
        assertThatThrownBy(() -> Watermarks.monotonous().idleAfter(Duration.ZERO))
                .hasMessage("a partition is idle after 0s; the time must be positive");
        assertThatThrownBy(() -> Watermarks.monotonous().every(Duration.ZERO))
                .hasMessage("the interval between watermarks is 0s; it must be at least 1 ms "
                        + "(use perEvent() for a watermark after each event)");
    }

    @Test
    @Statement(55)
    void negative_lateness() {
        var windows = Word.words(Pipeline.create("words")).keyBy(Word::text).window(TumblingWindows.of(seconds(1)));
        assertThatThrownBy(() -> windows.allowedLateness(seconds(-1)))
                .hasMessage("allowed lateness is -1s; it must be zero or more");
    }

    @Test
    @Statement(68)
    void trigger_that_cannot_merge_on_sessions() {
        var sessions =
                Word.words(Pipeline.create("words")).keyBy(Word::text).window(SessionWindows.withGap(seconds(1)));
        assertThatThrownBy(() -> sessions.trigger(new Stubborn()))
                .hasMessage("the trigger Stubborn[] can't merge, which sessions with gap 1s needs; "
                        + "override canMerge and onMerge in it, or use another trigger");
        assertThatThrownBy(() -> sessions.trigger(DeltaTrigger.of(1, (older, newer) -> 0, Word.class)))
                .hasMessage("the trigger DeltaTrigger[threshold=1.0] can't merge, which sessions with gap 1s needs; "
                        + "override canMerge and onMerge in it, or use another trigger");
        assertThatThrownBy(() -> sessions.trigger(
                        PurgingTrigger.of(DeltaTrigger.<Word, TimeWindow>of(1, (older, newer) -> 0, Word.class))))
                .hasMessageStartingWith("the trigger PurgingTrigger[inside=DeltaTrigger[threshold=1.0]] can't merge");
        assertThatThrownBy(() -> sessions.trigger(ProcessingTimeoutTrigger.of(CountTrigger.of(1), seconds(1))))
                .hasMessageStartingWith("the trigger ProcessingTimeoutTrigger[inside=CountTrigger[count=1], "
                        + "timeoutMillis=1000, resetOnElement=false, clearOnTimeout=true] can't merge");
    }

    /** Fires at each element. */
    record Stubborn() implements Trigger<Object, TimeWindow> {
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
        public void clear(TimeWindow window, Context context) {}
    }

    @Test
    @Statement(39)
    void element_without_a_timestamp() {
        Pipeline pipeline = Pipeline.create("words");
        Word.words(pipeline)
                .keyBy(Word::text)
                .window(TumblingWindows.of(seconds(1)))
                .count()
                .name("count")
                .collect("out");
        Simulation run = Simulation.of(pipeline);
        run.send("words", Word.HELLO);
        assertThatThrownBy(run::settle)
                .isInstanceOf(SimulationFailed.class)
                .hasMessage("step 2: operator 'count', subtask 0, key hello, element Word(text=hello, length=5): "
                        + "IllegalStateException: the element Word[text=hello, length=5] has no timestamp, so no "
                        + "event-time window can take it; give its source an eventTime(…), or send it with a time");
    }

    @Test
    void windows_of_an_operator_that_has_none() {
        assertThatThrownBy(() -> Word.run().windows("out"))
                .hasMessage("operator 'out' has no windows; it is a sink operator");
        assertThat(Word.run().state("out")).isEmpty();
    }
}
