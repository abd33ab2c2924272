package dev.tidemark.propertytests;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.AggregateFunction;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.MapFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ValueState;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.window.TumblingWindows;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Pipelines with a fault each, such as users write them. */
final class PlantedFaults {
    static final AtomicLong CALLS = new AtomicLong();

    private PlantedFaults() {}

    private static DataStream<Payment> payments(Pipeline pipeline) {
        return pipeline.source(
                "payments",
                Payment.class,
                Watermarks.<Payment>outOfOrder(Pipelines.DISORDER).perEvent());
    }

    /** Keeps its counts in a field, which a crash loses. */
    static Pipeline countsInAField() {
        Pipeline pipeline = Pipeline.create("counts in a field");
        payments(pipeline)
                .keyBy(Payment::card)
                .process(new CountsInAField())
                .name("counter")
                .collect("counts");
        return pipeline;
    }

    static final class CountsInAField extends KeyedProcessFunction<String, Payment, Long> {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // a linked map is
        private final Map<String, Long> counts = new LinkedHashMap<>();

        @Override
        public void processElement(Payment payment, Context<String> context, Output<Long> out) {
            out.collect(counts.merge(context.key(), 1L, Long::sum));
        }
    }

    /** Joins amounts in the order in which they come. */
    static Pipeline amountsInOrder() {
        Pipeline pipeline = Pipeline.create("amounts in order");
        payments(pipeline)
                .keyBy(Payment::card)
                .window(TumblingWindows.of(Duration.ofSeconds(10)))
                .aggregate(new Joined())
                .name("amounts")
                .collect("joined");
        return pipeline;
    }

    static final class Joined implements AggregateFunction<Payment, String, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public String createAccumulator() {
            return "";
        }

        @Override
        public String add(Payment payment, String sofar) {
            return sofar + "+" + payment.amount();
        }

        @Override
        public String result(String joined) {
            return joined;
        }

        @Override
        public String merge(String left, String right) {
            return left + right;
        }
    }

    /** Says once for each key that it was silent for ten seconds, and remembers in a field that its timer is set. */
    static Pipeline forgottenTimer() {
        Pipeline pipeline = Pipeline.create("forgotten timer");
        payments(pipeline)
                .keyBy(Payment::card)
                .process(new Silence())
                .name("silence")
                .collect("silent");
        return pipeline;
    }

    static final class Silence extends KeyedProcessFunction<String, Payment, String> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Long> last;

        @Override
        public void open(KeyedState state) {
            last = state.value("last", Long.class);
        }

        @Override
        public void processElement(Payment payment, Context<String> context, Output<String> out) {
            ValueState<Long> seen = Objects.requireNonNull(last);
            Long before = seen.value();
            if (before == null || before < context.timestamp()) {
                seen.update(context.timestamp());
            }
            if (before == null) {
                context.timers().registerEventTimeTimer(context.timestamp() + 10_000);
            }
        }

        @Override
        public void onTimer(long timestamp, TimerContext<String> context, Output<String> out) {
            ValueState<Long> seen = Objects.requireNonNull(last);
            if (Objects.requireNonNull(seen.value()) + 10_000 == timestamp) {
                out.collect(context.key());
                seen.clear();
            } // and forgets to set the timer again when something came in between
        }
    }

    /** Books a payment again when its timer fires and nothing says that it was booked. */
    static Pipeline bookedTwice() {
        Pipeline pipeline = Pipeline.create("booked twice");
        payments(pipeline)
                .keyBy(Payment::card)
                .process(new Bookings())
                .name("bookings")
                .collect("booked");
        return pipeline;
    }

    static final class Bookings extends KeyedProcessFunction<String, Payment, Integer> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Integer> open;
        private transient @Nullable String acknowledged;

        @Override
        public void open(KeyedState state) {
            open = state.value("open", Integer.class);
        }

        @Override
        public void processElement(Payment payment, Context<String> context, Output<Integer> out) {
            Objects.requireNonNull(open).update(payment.amount());
            context.timers().registerEventTimeTimer(context.timestamp() + 1_000);
            out.collect(payment.amount());
            acknowledged = context.key();
        }

        @Override
        public void onTimer(long timestamp, TimerContext<String> context, Output<Integer> out) {
            if (!context.key().equals(acknowledged)) {
                out.collect(Objects.requireNonNull(Objects.requireNonNull(open).value()));
            }
        }
    }

    /** Numbers payments with a static counter. */
    static Pipeline staticCounter() {
        Pipeline pipeline = Pipeline.create("static counter");
        MapFunction<Payment, Long> number = payment -> CALLS.incrementAndGet();
        payments(pipeline).map(number).name("numbers").collect("numbered");
        return pipeline;
    }
}
