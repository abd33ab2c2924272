package dev.tidemark.propertytests;

import static dev.tidemark.propertytests.PipelineAssertions.assertThatPipeline;
import static dev.tidemark.propertytests.PipelineAssertions.noCrash;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** A law that says nothing about a try says why. */
class AssumptionsTest {
    private static final EventScript<Payment> ONE = script("00:00:00 payments <- Payment(a, 1) @ 00:00:00");

    private static EventScript<Payment> script(String lines) {
        return EventScript.parse("day 2000-01-01\n" + lines, Payment.class);
    }

    private static void crash(Pipeline pipeline, EventScript<Payment> script) {
        assertThatPipeline(pipeline).on(script).under(CrashPlan.of(2, 4)).producesTheSameAs(noCrash());
    }

    @Test
    void a_late_element_is_named() {
        EventScript<Payment> late = script("""
                00:00:30 payments <- Payment(a, 1) @ 00:00:30
                00:00:31 payments <- Payment(a, 2) @ 00:00:01
                """);
        assertThatThrownBy(() -> crash(Pipelines.counts(), late))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("not checked that results are the same as without a crash: an element was late: 'count' "
                        + "got Payment(card=a, amount=2) @ 2000-01-01T00:00:01Z when its watermark was "
                        + "2000-01-01T00:00:24.999Z");
    }

    @Test
    void a_session_that_begins_where_one_has_fired_is_named() {
        EventScript<Payment> touching = script("""
                00:00:00 payments <- Payment(a, 1) @ 00:00:00
                00:00:15 payments <- Payment(b, 1) @ 00:00:15
                00:00:17 payments <- Payment(a, 1) @ 00:00:10
                """);
        assertThatThrownBy(() -> crash(Pipelines.sessions(), touching))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("not checked that results are the same as without a crash: a session of 'spent' began at "
                        + "2000-01-01T00:00:10Z, exactly where one of its key had ended and fired");
    }

    @Test
    void a_source_that_ends_while_it_is_idle_is_named() {
        EventScript<Payment> idle = script("""
                00:00:00 payments <- idle
                00:00:00 payments <- Payment(a, 1) @ 00:00:00
                """);
        assertThatThrownBy(() -> crash(Pipelines.sessions(), idle))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("not checked that results are the same as without a crash: 'payments' ended while it was "
                        + "idle, so that it said no last watermark");
    }

    @Test
    void a_timer_of_processing_time_is_named() {
        Pipeline pipeline = Pipeline.create("reminders");
        pipeline.source(
                        "payments",
                        Payment.class,
                        Watermarks.<Payment>monotonous().perEvent())
                .keyBy(Payment::card)
                .process(new Reminder())
                .name("reminder")
                .collect("reminders");
        assertThatThrownBy(() -> crash(pipeline, ONE))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("not checked that results are the same as without a crash: 'reminder' set a timer of "
                        + "processing time");
    }

    private static final class Reminder extends KeyedProcessFunction<String, Payment, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Payment payment, Context<String> context, Output<String> out) {
            context.timers().registerProcessingTimeTimer(context.processingTime() + 1000);
        }
    }

    @Test
    void another_trigger_is_an_error_since_no_try_would_be_checked() {
        Pipeline pipeline = Pipeline.create("every third");
        pipeline.source("payments", Payment.class, Watermarks.<Payment>monotonous())
                .keyBy(Payment::card)
                .window(TumblingWindows.of(Duration.ofSeconds(10)))
                .trigger(CountTrigger.of(3))
                .count()
                .name("thirds")
                .collect("counts");
        assertThatThrownBy(() -> crash(pipeline, ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("that results are the same as without a crash can't be asserted of pipeline "
                        + "'every third': operator 'thirds' (tumbling 10s, aggregate, ")
                .hasMessageEndingWith("has another trigger than the default one; leave the operator out, or assert "
                        + "determinism and snapshots, which hold always");
    }

    @Test
    void a_source_that_the_pipeline_does_not_have_is_an_error() {
        assertThatThrownBy(() ->
                        assertThatPipeline(Pipelines.unionWithSideOutput()).on(ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the script has events for 'payments', but pipeline 'shops' has the sources 'web', "
                        + "'store'; name one with EventScripts.source(…)");
    }
}
