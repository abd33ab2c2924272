package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.BroadcastStream;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.BroadcastProcessFunction;
import dev.tidemark.engine.function.KeyedBroadcastProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.BroadcastState;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.MapStateDescriptor;
import dev.tidemark.engine.state.ValueState;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rules from a source of its own, which all subtasks know; with state and timers by key, or without. */
record Broadcasting(boolean keyed, Feed other) implements Stage {
    private static final MapStateDescriptor<Long, Long> RULES = MapStateDescriptor.of("rules", Long.class, Long.class);

    @Override
    public DataStream<Hit> behind(Pipeline pipeline, DataStream<Hit> hits, String name) {
        BroadcastStream<Hit> rules = other.into(pipeline).broadcast(RULES);
        return (keyed
                        ? hits.keyBy(Hit::key).connect(rules).process(new ByKey())
                        : hits.connect(rules).process(new Plain()))
                .name(name);
    }

    @Override
    public List<Feed> feeds() {
        return List.of(other);
    }

    @Override
    public Order order() {
        return keyed ? Order.BY_KEY : Order.KEPT;
    }

    /** Each subtask tells of a rule. */
    @Override
    public boolean meetsItself() {
        return true;
    }

    @Override
    public String kind() {
        return keyed ? "keyed-broadcast-state" : "broadcast-state";
    }

    private static void rule(Hit rule, BroadcastState<Long, Long> rules) {
        if (rule.number() % 7 == 0) {
            rules.remove(rule.number() % 5);
        } else if (rule.number() % 31 == 0) {
            rules.clear();
        } else {
            rules.put(rule.number() % 5, rule.number());
        }
    }

    private static long applied(Hit hit, @Nullable Long rule) {
        return hit.number() * 100 + (rule == null ? -1 : rule);
    }

    /** Looks up each hit's rule. */
    private static final class Plain extends BroadcastProcessFunction<Hit, Hit, Hit> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Hit hit, BroadcastProcessFunction.ReadOnlyContext context, Output<Hit> out) {
            Long rule = context.broadcastState(RULES).get(Math.floorMod(hit.number(), 5L));
            out.collect(new Hit(hit.key(), applied(hit, rule), context.watermark()));
        }

        @Override
        public void processBroadcastElement(Hit rule, BroadcastProcessFunction.Context context, Output<Hit> out) {
            rule(rule, context.broadcastState(RULES));
            if (rule.number() % 2 == 0) {
                out.collect(new Hit(
                        rule.key(), context.broadcastState(RULES).entries().size(), context.watermark()));
            }
        }
    }

    /** Keeps a sum by key. */
    private static final class ByKey extends KeyedBroadcastProcessFunction<String, Hit, Hit, Hit> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Long> sum;

        @Override
        public void open(KeyedState state) {
            sum = state.value("sum", Long.class);
        }

        private ValueState<Long> sum() {
            return Objects.requireNonNull(sum);
        }

        @Override
        public void processElement(
                Hit hit, KeyedBroadcastProcessFunction.ReadOnlyContext<String> context, Output<Hit> out) {
            Long rule = context.broadcastState(RULES).get(Math.floorMod(hit.number(), 5L));
            Long before = sum().value();
            sum().update((before == null ? 0 : before) + applied(hit, rule));
            context.timers().registerEventTimeTimer(context.timestamp() / 8 * 8 + 8);
        }

        @Override
        public void onTimer(
                long timestamp, KeyedBroadcastProcessFunction.TimerContext<String> context, Output<Hit> out) {
            Long now = sum().value();
            Long rule = context.broadcastState(RULES).get(Math.floorMod(timestamp, 5L));
            out.collect(new Hit(context.key(), (now == null ? -1 : now) * 100 + (rule == null ? -1 : rule), timestamp));
        }

        @Override
        public void processBroadcastElement(
                Hit rule, KeyedBroadcastProcessFunction.Context<String> context, Output<Hit> out) throws Exception {
            rule(rule, context.broadcastState(RULES));
            if (rule.number() % 4 == 0) {
                context.applyToKeyedState(sum(), (key, state) -> {
                    Long before = Objects.requireNonNull(state.value());
                    state.update(before + 1);
                    out.collect(new Hit(key, before, rule.millis()));
                });
            }
            if (rule.number() % 3 == 0) {
                out.collect(rule);
            }
        }
    }
}
