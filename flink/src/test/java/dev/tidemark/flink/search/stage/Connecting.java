package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.ConnectedStreams;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.CoFlatMapFunction;
import dev.tidemark.engine.function.CoMapFunction;
import dev.tidemark.engine.function.CoProcessFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessFunction;
import dev.tidemark.engine.function.RichFunction;
import dev.tidemark.engine.function.RuntimeContext;
import dev.tidemark.engine.state.ValueState;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One operator of two inputs, the second one a source of its own. */
record Connecting(Kind which, Feed other) implements Stage {
    private static final OutputTag<Hit> SECOND = OutputTag.of("second", Hit.class);

    /** What the operator is. */
    enum Kind {
        CO_MAP,
        CO_FLAT_MAP,
        CO_PROCESS,
        KEYED_CO_MAP,
        KEYED_CO_PROCESS
    }

    @Override
    public DataStream<Hit> behind(Pipeline pipeline, DataStream<Hit> hits, String name) {
        ConnectedStreams<Hit, Hit> both = hits.connect(other.into(pipeline));
        return switch (which) {
            case CO_MAP -> both.map(new Marking()).name(name);
            case CO_FLAT_MAP -> both.flatMap(new Doubling()).name(name);
            case CO_PROCESS -> {
                DataStream<Hit> result = both.process(new Looking()).name(name);
                result.sideOutput(SECOND).collect("second of " + name);
                yield result;
            }
            case KEYED_CO_MAP ->
                both.keyBy(Hit::key, Hit::key).map(new Counting()).name(name);
            case KEYED_CO_PROCESS ->
                both.keyBy(Hit::key, Hit::key).process(new Meeting()).name(name);
        };
    }

    @Override
    public List<Feed> feeds() {
        return List.of(other);
    }

    @Override
    public Order order() {
        return which == Kind.KEYED_CO_PROCESS ? Order.BY_KEY : Order.KEPT;
    }

    @Override
    public String kind() {
        return which.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Tells the inputs apart. */
    private static final class Marking implements CoMapFunction<Hit, Hit, Hit> {
        private static final long serialVersionUID = 1L;

        @Override
        public Hit map1(Hit hit) {
            return hit.withNumber(hit.number() * 2);
        }

        @Override
        public Hit map2(Hit hit) {
            return hit.withNumber(hit.number() * 2 + 1);
        }
    }

    /** Two of some of one input, none of some of the other. */
    private static final class Doubling implements CoFlatMapFunction<Hit, Hit, Hit> {
        private static final long serialVersionUID = 1L;

        @Override
        public void flatMap1(Hit hit, Output<Hit> out) {
            out.collect(hit);
            if (hit.number() % 3 == 0) {
                out.collect(hit.withNumber(-hit.number()));
            }
        }

        @Override
        public void flatMap2(Hit hit, Output<Hit> out) {
            if (hit.number() % 2 == 0) {
                out.collect(hit.withNumber(hit.number() + 500));
            }
        }
    }

    /** Tells time and watermark. */
    private static final class Looking extends CoProcessFunction<Hit, Hit, Hit> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement1(Hit hit, ProcessFunction.Context context, Output<Hit> out) {
            out.collect(new Hit(hit.key(), hit.number(), context.watermark()));
        }

        @Override
        public void processElement2(Hit hit, ProcessFunction.Context context, Output<Hit> out) {
            context.output(SECOND, new Hit(hit.key(), hit.number(), context.watermark()));
            if (context.timestamp() % 2 == 0) {
                out.collect(hit.withNumber(context.timestamp()));
            }
        }
    }

    /** Counts both inputs' hits of a key in one state. */
    private static final class Counting implements CoMapFunction<Hit, Hit, Hit>, RichFunction {
        private static final long serialVersionUID = 1L;

        private transient @Nullable ValueState<Long> count;

        @Override
        public void open(RuntimeContext context) {
            count = context.state().value("count", Long.class);
        }

        private long next(long step) {
            ValueState<Long> state = Objects.requireNonNull(count);
            Long before = state.value();
            long after = (before == null ? 0 : before) + step;
            state.update(after);
            return after;
        }

        @Override
        public Hit map1(Hit hit) {
            return hit.withNumber(next(1) * 1000 + hit.number());
        }

        @Override
        public Hit map2(Hit hit) {
            return hit.withNumber(next(10) * 1000 + hit.number());
        }
    }
}
