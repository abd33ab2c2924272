package dev.tidemark.timetravel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.trigger.ContinuousEventTimeTrigger;
import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.trigger.PurgingTrigger;
import dev.tidemark.engine.view.PartitionRow;
import dev.tidemark.engine.window.GlobalWindows;
import dev.tidemark.engine.window.TumblingWindows;
import dev.tidemark.timetravel.Pipelines.Click;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WhyNotFiredTest {
    private static final String FIRST = "1970-01-01T00:00:00Z";

    private static RecordedRun run(Pipeline pipeline) {
        return TimeTravel.start(pipeline);
    }

    private static void click(RecordedRun run, long... seconds) {
        for (long second : seconds) {
            run.send("clicks", new Click("ann", second, 1));
        }
        run.settle();
    }

    private static void watermark(RecordedRun run, long second) {
        run.advanceWatermark("clicks", Instant.ofEpochSecond(second));
        run.settle();
    }

    private static String why(RecordedRun run, String start) {
        return run.whyNotFired("sum", "ann", start).toString();
    }

    @Test
    void an_open_window_names_the_partition_the_missing_time_and_what_would_move_it() {
        var run = run(Pipelines.sums(Pipelines.byHand("p", "q", "r"), Watermarks.byHand(), windows -> windows));
        run.send("clicks", "p", new Click("ann", 3, 1));
        run.advanceWatermark("clicks", "p", Instant.ofEpochSecond(20));
        run.advanceWatermark("clicks", "q", Instant.ofEpochSecond(4));
        run.markIdle("clicks", "r");
        run.settle();
        var why = run.whyNotFired("sum", "ann", FIRST);
        assertThat(why.waits()).isTrue();
        assertThat(why.missingMillis()).isEqualTo(5999);
        assertThat(why.heldBy()).extracting(PartitionRow::partition).containsExactly("q");
        assertThat(why).hasToString("""
                        window [1970-01-01T00:00:00Z, 00:00:10) of key ann at 'sum' fires when the watermark reaches 1970-01-01T00:00:09.999Z
                          the watermark of subtask 0 stands at 1970-01-01T00:00:04Z, 5.999s short
                          it is held by clicks/q, of which no event was read yet; advanceWatermark("clicks", "1970-01-01T00:00:09.999Z") would move it far enough
                          idle and not waited for: clicks/r""");
    }

    @Test
    void what_would_move_the_watermark_moves_it() {
        var run = run(Pipelines.sums(
                Pipelines.byHand("0"), Watermarks.outOfOrder(Duration.ofSeconds(5)), windows -> windows));
        click(run, 3, 7);
        run.advanceProcessingTime(Duration.ofSeconds(1));
        assertThat(why(run, FIRST))
                .contains("an event of it at 1970-01-01T00:00:15Z or later would move it far enough");
        var early = run.fork();
        early.send("clicks", new Click("bob", 14, 1));
        early.advanceProcessingTime(Duration.ofSeconds(1));
        assertThat(early.output("sums")).isEmpty();
        run.send("clicks", new Click("bob", 15, 1));
        run.advanceProcessingTime(Duration.ofSeconds(1));
        assertThat(run.output("sums")).hasSize(1);
    }

    @Test
    void without_any_watermark_nothing_is_said_to_have_fired() {
        var run = run(Pipelines.sums());
        click(run, 3);
        var why = run.whyNotFired("sum", "ann", FIRST);
        assertThat(why.waits()).isTrue();
        assertThat(why.missingMillis()).isZero();
        assertThat(why.lines().get(1))
                .isEqualTo("subtask 0 has no watermark yet: not every partition has been heard of");
    }

    @Test
    void a_watermark_on_its_way_is_told_from_one_that_is_held() {
        var run = run(Pipelines.sums());
        click(run, 3);
        run.advanceWatermark("clicks", Instant.ofEpochSecond(10));
        run.step();
        assertThat(why(run, FIRST))
                .endsWith("no partition holds it back: the watermark is on its way through the channels");
    }

    @Test
    void a_window_that_has_fired_and_is_still_open_says_until_when() {
        var run = run(Pipelines.sums(windows -> windows.allowedLateness(Duration.ofSeconds(5))));
        click(run, 3);
        watermark(run, 10);
        click(run, 4);
        var why = run.whyNotFired("sum", "ann", FIRST);
        assertThat(why.waits()).isFalse();
        assertThat(why.lines())
                .containsExactly(
                        "window [1970-01-01T00:00:00Z, 00:00:10) of key ann at 'sum' has fired 2 times, last at step 7 "
                                + "(1970-01-01T00:00:00Z)",
                        "its trigger has set no other timer: only another event would make it fire again",
                        "it stays open for events until the watermark reaches 1970-01-01T00:00:14.999Z");
    }

    @Test
    void a_window_that_was_cleaned_up_says_when_it_fired() {
        var run = run(Pipelines.sums());
        click(run, 3, 13);
        watermark(run, 10);
        click(run, 5);
        assertThat(run.whyNotFired("sum", "ann", FIRST).lines())
                .containsExactly(
                        "the window of key ann that starts at 1970-01-01T00:00:00Z at 'sum' has fired 1 time, last at "
                                + "step 7 (1970-01-01T00:00:00Z)",
                        "it was cleaned up when the watermark had passed its end and the allowed lateness",
                        "1 event of this key came too late for it, the first of 1970-01-01T00:00:05Z: the watermark had "
                                + "passed the window's end and the allowed lateness",
                        "open for this key: [1970-01-01T00:00:10Z, 00:00:20)");
    }

    @Test
    void a_window_of_which_all_events_were_late_says_so() {
        var run = run(Pipelines.sums());
        watermark(run, 30);
        click(run, 3, 4, 35);
        assertThat(run.whyNotFired("sum", "ann", FIRST).lines())
                .containsExactly(
                        "the window of key ann that starts at 1970-01-01T00:00:00Z at 'sum' has never fired and holds "
                                + "nothing",
                        "2 events of this key came too late for it, the first of 1970-01-01T00:00:03Z: the watermark had "
                                + "passed the window's end and the allowed lateness",
                        "open for this key: [1970-01-01T00:00:30Z, 00:00:40)");
    }

    @Test
    void a_window_that_never_was_names_those_that_are() {
        var run = run(Pipelines.sums());
        click(run, 13);
        assertThat(run.whyNotFired("sum", "ann", "1970-01-01T00:00:05Z").lines())
                .containsExactly(
                        "the window of key ann that starts at 1970-01-01T00:00:05Z at 'sum' has never fired and holds "
                                + "nothing",
                        "no event of this key that falls in it has been taken so far",
                        "open for this key: [1970-01-01T00:00:10Z, 00:00:20)");
        assertThat(run.whyNotFired("sum", "anna", "1970-01-01T00:00:10Z").lines())
                .endsWith("no window of this key is open; there are windows of ann");
    }

    @Test
    void a_trigger_without_a_timer_waits_for_events() {
        var run = run(Pipelines.sums(windows -> windows.trigger(CountTrigger.of(2))));
        click(run, 3);
        String name = "window [1970-01-01T00:00:00Z, 00:00:10) of key ann at 'sum'";
        assertThat(why(run, FIRST))
                .isEqualTo(
                        name + " waits for its trigger, which has set no timer: no watermark and no clock alone will "
                                + "make it fire, another event may");
        click(run, 4);
        assertThat(run.whyNotFired("sum", "ann", FIRST).lines())
                .startsWith(
                        name + " has fired 1 time, last at step 4 (1970-01-01T00:00:00Z)",
                        "its trigger has set no other timer: only another event would make it fire again");
    }

    @Test
    void a_purged_window_says_that_it_was_purged() {
        var run = run(Pipelines.sums(windows -> windows.trigger(PurgingTrigger.of(CountTrigger.of(2)))));
        click(run, 3, 4);
        assertThat(why(run, FIRST))
                .contains("has fired 1 time")
                .contains("its trigger purged what it held; another event would fill it again");
    }

    @Test
    void the_next_early_result_is_what_it_waits_for() {
        var run = run(
                Pipelines.sums(windows -> windows.trigger(ContinuousEventTimeTrigger.every(Duration.ofSeconds(4)))));
        click(run, 3);
        watermark(run, 5);
        var why = run.whyNotFired("sum", "ann", FIRST);
        assertThat(why.lines().get(0)).endsWith("fires when the watermark reaches 1970-01-01T00:00:08Z");
        assertThat(why.missingMillis()).isEqualTo(3000);
    }

    @Test
    void windows_of_processing_time_wait_for_the_clock() {
        Pipeline pipeline = Pipeline.create("clicks");
        pipeline.source("clicks", Pipelines.byHand("0"), Watermarks.byHand())
                .keyBy(Click::user)
                .window(TumblingWindows.of(Duration.ofSeconds(10)).inProcessingTime())
                .sumLong(Click::count)
                .name("sum")
                .collect("sums");
        var run = run(pipeline);
        click(run, 3);
        run.advanceProcessingTime(Duration.ofSeconds(4));
        assertThat(why(run, FIRST))
                .isEqualTo(
                        "window [1970-01-01T00:00:00Z, 00:00:10) of key ann at 'sum' fires when the clock has passed "
                                + "1970-01-01T00:00:09.999Z; it stands at 1970-01-01T00:00:04Z, 6s short");
        run.advanceProcessingTime(Duration.ofSeconds(6));
        assertThat(run.output("sums")).hasSize(1);
        assertThat(why(run, FIRST)).contains("has fired 1 time");
    }

    @Test
    void the_window_of_all_time_is_asked_about_by_any_start() {
        Pipeline pipeline = Pipeline.create("clicks");
        pipeline.source("clicks", Pipelines.byHand("0"), Watermarks.byHand())
                .keyBy(Click::user)
                .window(GlobalWindows.create())
                .sumLong(Click::count)
                .name("sum")
                .collect("sums");
        var run = run(pipeline);
        click(run, 3);
        assertThat(why(run, FIRST)).contains("waits for its trigger, which has set no timer");
    }

    @Test
    void the_earthquakes_are_held_by_the_networks_that_were_not_heard_of() {
        var run = TimeTravel.start(
                Pipelines.earthquakes(), options -> options.parallelism(2).seed(7));
        run.step(5);
        var why = run.whyNotFired("strongest per net", "ak", "2018-01-31T00:00:00Z");
        assertThat(why.waits()).isTrue();
        assertThat(why.heldBy()).isNotEmpty();
        run.runToWatermark("2018-01-31T06:00:00Z");
        why = run.whyNotFired("strongest per net", "ak", "2018-01-31T00:00:00Z");
        assertThat(why.waits()).isFalse();
        assertThat(why.toString()).contains("has fired");
    }

    @Test
    void a_partition_that_waits_for_others_says_for_whom() {
        Watermarks<Click> together = Watermarks.<Click>byHand().alignment("g", Duration.ofSeconds(1));
        Pipeline pipeline = Pipelines.sums(Pipelines.byHand("0"), together, windows -> windows);
        pipeline.source("others", Pipelines.byHand("0"), together).collect("others out");
        var run = run(pipeline);
        click(run, 3);
        watermark(run, 5);
        run.advanceWatermark("others", Instant.ofEpochSecond(1));
        run.advanceProcessingTime(Duration.ofSeconds(4));
        run.advanceWatermark("clicks", Instant.ofEpochSecond(10));
        run.settle();
        assertThat(why(run, FIRST))
                .contains("it is held by clicks/0, whose latest event happened at 1970-01-01T00:00:03Z; 1 entry of it "
                        + "waits to be read; it is paused, being more than 1s ahead of others#0, which stands at "
                        + "1970-01-01T00:00:01Z in alignment group 'g'; advanceWatermark");
    }
}
