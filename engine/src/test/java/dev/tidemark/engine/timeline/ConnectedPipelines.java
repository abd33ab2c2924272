package dev.tidemark.engine.timeline;

import static dev.tidemark.engine.timeline.JoinPipelines.side;

import dev.tidemark.engine.ConnectedStreams;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.CoFlatMapFunction;
import dev.tidemark.engine.function.CoMapFunction;
import dev.tidemark.engine.function.CoProcessFunction;
import dev.tidemark.engine.function.KeyedCoProcessFunction;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessFunction;
import dev.tidemark.engine.function.RichFunction;
import dev.tidemark.engine.function.RuntimeContext;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ValueState;
import dev.tidemark.engine.timeline.JoinPipelines.Pair;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The sources {@code left} and {@code right}, both by hand, as the two inputs of one operator. */
final class ConnectedPipelines {
    private static final OutputTag<Reading> NEGATIVE = OutputTag.of("negative", Reading.class);

    private ConnectedPipelines() {}

    /** An element, with the input that it came through and the operator's watermark then. */
    record Seen(String key, String input, long value, long watermark) {}

    static void addTo(Map<String, Supplier<Pipeline>> pipelines) {
        pipelines.put("connected map", () -> one(side -> side.map(new Signs())));
        pipelines.put("connected flat map", () -> one(side -> side.flatMap(new Times())));
        pipelines.put("connected process", ConnectedPipelines::process);
        pipelines.put("rides and fares", ConnectedPipelines::ridesAndFares);
        pipelines.put("account", () -> account(false));
        pipelines.put("account keyed later", () -> account(true));
    }

    private static Pipeline one(Function<ConnectedStreams<Reading, Reading>, DataStream<Reading>> step) {
        Pipeline pipeline = Pipeline.create("connected");
        step.apply(side(pipeline, "left").connect(side(pipeline, "right"))).collect("out");
        return pipeline;
    }

    /** Turns the sign of what comes from the right. */
    static final class Signs implements CoMapFunction<Reading, Reading, Reading> {
        private static final long serialVersionUID = 1L;

        @Override
        public Reading map1(Reading value) {
            return value;
        }

        @Override
        public Reading map2(Reading value) {
            return new Reading(value.key(), -value.value());
        }
    }

    /** Passes what comes from the left twice, what comes from the right not at all. */
    static final class Times implements CoFlatMapFunction<Reading, Reading, Reading> {
        private static final long serialVersionUID = 1L;

        @Override
        public void flatMap1(Reading value, Output<Reading> out) {
            out.collect(value);
            out.collect(value);
        }

        @Override
        public void flatMap2(Reading value, Output<Reading> out) {}
    }

    private static Pipeline ridesAndFares() {
        Pipeline pipeline = Pipeline.create("connected");
        side(pipeline, "left")
                .keyBy(Reading::key)
                .connect(side(pipeline, "right").keyBy(Reading::key))
                .flatMap(new Matched())
                .collect("out");
        return pipeline;
    }

    /** Keeps the first of two that belong together until the second comes. */
    static final class Matched implements CoFlatMapFunction<Reading, Reading, Pair>, RichFunction {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Long> left;
        private transient @Nullable ValueState<Long> right;

        @Override
        public void open(RuntimeContext context) {
            left = context.state().value("left", Long.class);
            right = context.state().value("right", Long.class);
        }

        @Override
        public void flatMap1(Reading value, Output<Pair> out) {
            Long other = taken(right);
            if (other == null) {
                Objects.requireNonNull(left).update(value.value());
            } else {
                out.collect(new Pair(value.key(), value.value(), other));
            }
        }

        @Override
        public void flatMap2(Reading value, Output<Pair> out) {
            Long other = taken(left);
            if (other == null) {
                Objects.requireNonNull(right).update(value.value());
            } else {
                out.collect(new Pair(value.key(), other, value.value()));
            }
        }

        private static @Nullable Long taken(@Nullable ValueState<Long> state) {
            Long value = Objects.requireNonNull(state).value();
            state.clear();
            return value;
        }
    }

    private static Pipeline process() {
        Pipeline pipeline = Pipeline.create("connected");
        DataStream<Seen> seen =
                side(pipeline, "left").connect(side(pipeline, "right")).process(new Watching());
        seen.collect("out");
        seen.sideOutput(NEGATIVE).collect("aside");
        return pipeline;
    }

    /** Tells of each element; negative ones go aside. */
    static final class Watching extends CoProcessFunction<Reading, Reading, Seen> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement1(Reading value, ProcessFunction.Context context, Output<Seen> out) {
            see("left", value, context, out);
        }

        @Override
        public void processElement2(Reading value, ProcessFunction.Context context, Output<Seen> out) {
            see("right", value, context, out);
        }

        private static void see(String input, Reading value, ProcessFunction.Context context, Output<Seen> out) {
            if (value.value() < 0) {
                context.output(NEGATIVE, value);
            } else {
                out.collect(new Seen(value.key(), input, value.value(), context.watermark()));
            }
        }
    }

    private static Pipeline account(boolean later) {
        Pipeline pipeline = Pipeline.create("account");
        DataStream<Reading> in = side(pipeline, "left");
        DataStream<Reading> out = side(pipeline, "right");
        (later
                        ? in.connect(out).keyBy(Reading::key, Reading::key)
                        : in.keyBy(Reading::key).connect(out.keyBy(Reading::key)))
                .process(new Account())
                .name("account")
                .collect("out");
        return pipeline;
    }

    /** The left input pays in, the right one draws; 10 ms after an element's time its account is told. */
    static final class Account extends KeyedCoProcessFunction<String, Reading, Reading, Reading> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Long> balance;

        @Override
        public void open(KeyedState state) {
            balance = state.value("balance", Long.class);
        }

        @Override
        public void processElement1(Reading value, KeyedProcessFunction.Context<String> context, Output<Reading> out) {
            add(value.value(), context);
        }

        @Override
        public void processElement2(Reading value, KeyedProcessFunction.Context<String> context, Output<Reading> out) {
            add(-value.value(), context);
        }

        private void add(long amount, KeyedProcessFunction.Context<String> context) {
            ValueState<Long> state = Objects.requireNonNull(balance);
            Long before = state.value();
            state.update((before == null ? 0 : before) + amount);
            context.timers().registerEventTimeTimer(context.timestamp() + 10);
        }

        @Override
        public void onTimer(long timestamp, KeyedProcessFunction.TimerContext<String> context, Output<Reading> out) {
            out.collect(new Reading(
                    context.key(),
                    Objects.requireNonNull(Objects.requireNonNull(balance).value())));
        }
    }
}
