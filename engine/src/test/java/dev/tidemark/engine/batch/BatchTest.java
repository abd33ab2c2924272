package dev.tidemark.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.Collected;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.RuntimeMode;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.Source;
import dev.tidemark.engine.Trace;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.transcript.Step;
import dev.tidemark.engine.view.ChannelRow;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final Collected<Sale> OUT = new Collected<>("out");

    private static Pipeline sums(Source<Sale> sales) {
        Pipeline pipeline = Pipeline.create("sums");
        pipeline.source("sales", sales, Watermarks.byHand())
                .keyBy(Sale::shop)
                .reduce((a, b) -> new Sale(a.shop(), a.amount() + b.amount(), b.millis()))
                .name("sum")
                .collect("out");
        return pipeline;
    }

    private static Source<Sale> byHand() {
        return Source.byHand(Sale.class).eventTime(Sale::time);
    }

    private static Simulation batch(Pipeline pipeline) {
        return Simulation.of(pipeline, options -> options.runtimeMode(RuntimeMode.BATCH));
    }

    @Test
    @Statement(160)
    void a_source_that_may_never_end_is_refused() {
        assertThatThrownBy(() -> batch(sums(byHand())))
                .hasMessage("source 'sales' is filled by hand and may never end, which a batch can't wait for; say "
                        + "Source.byHand(…).bounded() and finish it, or use RuntimeMode.STREAMING or AUTOMATIC");
        assertThatThrownBy(() -> Source.of(Trace.of(List.of(new Sale("a", 1, 1)), Sale.class))
                        .bounded())
                .hasMessage("a trace is bounded as it is; leave bounded() away");
    }

    @Test
    void automatic_is_batch_when_every_source_is_bounded() {
        SimulationOptions automatic = SimulationOptions.DEFAULT.runtimeMode(RuntimeMode.AUTOMATIC);
        assertThat(automatic.resolved(sums(byHand().bounded()).build()).batch()).isTrue();
        assertThat(automatic.resolved(sums(byHand()).build()).batch()).isFalse();
        assertThat(SimulationOptions.DEFAULT
                        .resolved(sums(byHand().bounded()).build())
                        .batch())
                .isFalse();
    }

    @Test
    void each_element_and_each_timer_is_a_step() {
        Simulation run = batch(sums(byHand().bounded()));
        run.send("sales", new Sale("b", 1, 5));
        run.send("sales", new Sale("a", 2, 3));
        run.send("sales", new Sale("b", 3, 4));
        run.finish("sales");
        List<String> steps = run.runToEnd().steps().stream()
                .map(Step::happening)
                .map(happening -> happening.text(0))
                .toList();
        assertThat(steps)
                .containsExactly(
                        "sales/0 <- Sale(shop=b, amount=1, millis=5) @ 00:00:00.005",
                        "sales/0 <- Sale(shop=a, amount=2, millis=3) @ 00:00:00.003",
                        "sales/0 <- Sale(shop=b, amount=3, millis=4) @ 00:00:00.004",
                        "sales#0 has read everything",
                        "sum#0 puts Sale(shop=b, amount=1, millis=5) @ 00:00:00.005 from sales#0 in order",
                        "sum#0 puts Sale(shop=a, amount=2, millis=3) @ 00:00:00.003 from sales#0 in order",
                        "sum#0 puts Sale(shop=b, amount=3, millis=4) @ 00:00:00.004 from sales#0 in order",
                        "sum#0 takes watermark end of time from sales#0",
                        "sum#0 has everything from sales#0",
                        "sum#0 takes Sale(shop=a, amount=2, millis=3) @ 00:00:00.003 from sales#0",
                        "sum#0 timer end of time for a",
                        "sum#0 takes Sale(shop=b, amount=3, millis=4) @ 00:00:00.004 from sales#0",
                        "sum#0 takes Sale(shop=b, amount=1, millis=5) @ 00:00:00.005 from sales#0",
                        "sum#0 timer end of time for b");
        assertThat(run.output(OUT)).containsExactly(new Sale("a", 2, 3), new Sale("b", 4, 5));
        assertThat(run.finished()).isTrue();
    }

    @Test
    void what_waits_to_be_sorted_can_be_seen_and_so_can_the_state_of_the_key_at_hand() {
        Simulation run = batch(sums(byHand().bounded()));
        run.send("sales", new Sale("b", 1, 5));
        run.send("sales", new Sale("a", 2, 3));
        run.settle();
        ChannelRow sorted = run.channels().get(1);
        assertThat(sorted.from()).isEqualTo("sorted input");
        assertThat(sorted.blocked()).isTrue();
        assertThat(sorted.inFlight().toString())
                .isEqualTo("[Event[value=Sale[shop=a, amount=2, millis=3], timestamp=3], "
                        + "Event[value=Sale[shop=b, amount=1, millis=5], timestamp=5]]");
        run.finish("sales");
        run.runUntil(step -> step.happening().text(0).startsWith("sum#0 takes Sale(shop=b"));
        assertThat(run.state("sum")).singleElement().satisfies(row -> assertThat(row.key())
                .isEqualTo("b"));
        run.runToEnd();
        assertThat(run.state("sum")).isEmpty();
    }

    @Test
    void a_trace_is_read_at_once_whenever_its_events_arrived() {
        Trace<Sale> sales = Trace.generate(50, Sale.class, i -> new Sale("k" + i % 3, i, i * 60_000))
                .eventTime(Sale::time);
        Simulation run = batch(sums(Source.of(sales)));
        var before = run.clock();
        run.runToEnd();
        assertThat(run.clock()).isEqualTo(before);
        assertThat(run.output(OUT)).hasSize(3);
    }

    @Test
    @Statement(159)
    void there_are_no_checkpoints() {
        Simulation run = batch(sums(byHand().bounded()));
        assertThatThrownBy(run::checkpoint)
                .hasMessage("a batch has no checkpoints: what is sorted is not stored; go back in a recorded run "
                        + "instead, or run in RuntimeMode.STREAMING");
        var streamed = Simulation.of(sums(byHand())).checkpoint();
        assertThatThrownBy(() -> run.restore(streamed)).hasMessageStartingWith("a batch has no checkpoints");
    }

    /** Sets a timer of each kind again whenever one fires. */
    static final class Endless extends KeyedProcessFunction<String, Sale, Sale> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Sale value, Context<String> context, Output<Sale> out) {
            context.timers().registerEventTimeTimer(10);
        }

        @Override
        public void onTimer(long timestamp, TimerContext<String> context, Output<Sale> out) {
            context.timers().registerEventTimeTimer(timestamp + 1);
            context.timers().registerProcessingTimeTimer(timestamp + 1);
        }
    }

    @Test
    @Statement(159)
    void timers_that_are_set_when_the_key_is_over_are_ignored_and_the_step_says_so() {
        Pipeline pipeline = Pipeline.create("endless");
        pipeline.source("sales", byHand().bounded(), Watermarks.byHand())
                .keyBy(Sale::shop)
                .process(new Endless())
                .name("endless")
                .collect("out");
        Simulation run = batch(pipeline);
        run.send("sales", new Sale("a", 1, 1));
        run.finish("sales");
        assertThat(run.runToEnd().toString())
                .contains("endless ignores timer 00:00:00.011 for a: the key is over")
                .contains("endless ignores timer of processing time 00:00:00.011 for a: the key is over");
        assertThat(run.finished()).isTrue();
        assertThat(run.advanceProcessingTime(Duration.ofDays(1)).count()).isEqualTo(1);
    }

    @Test
    void an_unrecorded_batch_gives_the_same() {
        Simulation run = Simulation.of(sums(byHand().bounded()), options -> options.runtimeMode(RuntimeMode.BATCH)
                .unrecorded());
        run.send("sales", new Sale("b", 1, 5));
        run.send("sales", new Sale("a", 2, 3));
        run.finish("sales");
        run.runToEnd();
        assertThat(run.output(OUT)).containsExactly(new Sale("a", 2, 3), new Sale("b", 1, 5));
    }
}
