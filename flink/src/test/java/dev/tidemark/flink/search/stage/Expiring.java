package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.state.KeyedState;
import dev.tidemark.engine.state.ListState;
import dev.tidemark.engine.state.MapState;
import dev.tidemark.engine.state.StateTtl;
import dev.tidemark.engine.state.ValueState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** State that lives for a while: what of it is left at each hit. */
record Expiring(StateTtl ttl) implements Stage {
    @Override
    public DataStream<Hit> behind(Pipeline pipeline, DataStream<Hit> hits, String name) {
        return hits.keyBy(Hit::key).process(new Remembering(ttl)).name(name);
    }

    @Override
    public boolean byClock() {
        return true;
    }

    @Override
    public Order order() {
        return Order.KEPT;
    }

    @Override
    public String kind() {
        return "time-to-live";
    }

    /** Reads, tells and writes. */
    private static final class Remembering extends KeyedProcessFunction<String, Hit, Hit> {
        private static final long serialVersionUID = 1L;

        private final StateTtl ttl;
        private transient @Nullable ValueState<Long> last;
        private transient @Nullable ListState<Long> all;
        private transient @Nullable MapState<Long, Long> each;

        Remembering(StateTtl ttl) {
            this.ttl = ttl;
        }

        @Override
        public void open(KeyedState state) {
            KeyedState living = state.withTtl(ttl);
            last = living.value("last", Long.class);
            all = living.list("all", Long.class);
            each = living.map("each", Long.class, Long.class);
        }

        @Override
        public void processElement(Hit hit, Context<String> context, Output<Hit> out) {
            ValueState<Long> value = Objects.requireNonNull(last);
            ListState<Long> list = Objects.requireNonNull(all);
            MapState<Long, Long> map = Objects.requireNonNull(each);
            Long before = value.value();
            Long entry = map.get(hit.number() % 4);
            long sum = list.values().stream().mapToLong(Long::longValue).sum();
            out.collect(new Hit(
                    hit.key(),
                    (before == null ? 1 : before + 2) * 1_000_000 + (entry == null ? 1 : entry + 2) * 1000 + sum,
                    hit.millis()));
            if (hit.number() % 3 != 0) {
                value.update(hit.number());
            }
            if (hit.number() % 5 != 0) {
                list.add(hit.number());
            }
            map.put(hit.number() % 4, hit.number());
        }
    }
}
