package dev.tidemark.propertytests;

import dev.tidemark.engine.Collected;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessFunction;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.Pane;
import dev.tidemark.engine.window.SessionWindows;
import dev.tidemark.engine.window.SlidingWindows;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;

/** Pipelines as users write them. */
final class Pipelines {
    static final Duration DISORDER = Duration.ofSeconds(5);
    static final Collected<Pane<String, Long>> COUNTS = new Collected<>("counts");

    private static final OutputTag<Payment> LARGE = OutputTag.of("large", Payment.class);

    private Pipelines() {}

    private static DataStream<Payment> payments(Pipeline pipeline) {
        return pipeline.source(
                "payments",
                Payment.class,
                Watermarks.<Payment>outOfOrder(DISORDER).perEvent());
    }

    static Pipeline fraud() {
        Pipeline pipeline = Pipeline.create("fraud");
        payments(pipeline)
                .keyBy(Payment::card)
                .process(new FraudDetector())
                .name("detector")
                .collect("alerts");
        return pipeline;
    }

    static Pipeline sessions() {
        Pipeline pipeline = Pipeline.create("sessions");
        pipeline.source("payments", Payment.class, Watermarks.<Payment>outOfOrder(DISORDER))
                .keyBy(Payment::card)
                .window(SessionWindows.withGap(Duration.ofSeconds(10)))
                .sumLong(Payment::amount)
                .name("spent")
                .panes()
                .collect("sums");
        return pipeline;
    }

    static Pipeline counts() {
        Pipeline pipeline = Pipeline.create("counts");
        payments(pipeline)
                .parallelism(1)
                .keyBy(Payment::card)
                .window(TumblingWindows.of(Duration.ofSeconds(10)))
                .allowedLateness(Duration.ofSeconds(10))
                .count()
                .name("count")
                .panes()
                .collect("counts");
        return pipeline;
    }

    static Pipeline unionWithSideOutput() {
        Pipeline pipeline = Pipeline.create("shops");
        DataStream<Payment> web = pipeline.source(
                "web", Payment.class, Watermarks.<Payment>outOfOrder(DISORDER).perEvent());
        DataStream<Payment> store = pipeline.source(
                "store", Payment.class, Watermarks.<Payment>outOfOrder(DISORDER).perEvent());
        DataStream<Payment> split = web.union(store).process(new Split()).name("split");
        split.keyBy(Payment::card)
                .window(SlidingWindows.of(Duration.ofSeconds(20), Duration.ofSeconds(10)))
                .max(Payment::amount)
                .name("largest small")
                .collect("small");
        split.sideOutput(LARGE).map(Payment::amount).collect("large");
        return pipeline;
    }

    private static final class Split extends ProcessFunction<Payment, Payment> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Payment payment, Context context, Output<Payment> out) {
            if (payment.amount() >= 500) {
                context.output(LARGE, payment);
            } else {
                out.collect(payment);
            }
        }
    }
}
