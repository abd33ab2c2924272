package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.ProcessFunction;
import java.util.Locale;

/** One hit at a time, without a key. */
record Element(Kind which) implements Stage {
    private static final OutputTag<Hit> ASIDE = OutputTag.of("aside", Hit.class);

    /** What is done with each. */
    enum Kind {
        MAP,
        FILTER,
        FLAT_MAP,
        /** Some go to a side output, which ends in a sink of its own. */
        ASIDE,
        /** What goes to a side output goes on; the rest ends in a sink. */
        ONLY_ASIDE,
        /** Each with a copy of itself that took another way, if it took it. */
        UNION
    }

    @Override
    public DataStream<Hit> behind(Pipeline pipeline, DataStream<Hit> hits, String name) {
        return switch (which) {
            case MAP ->
                hits.map(hit -> new Hit(hit.key(), hit.number() + 1, hit.millis()))
                        .name(name);
            case FILTER -> hits.filter(hit -> hit.number() % 7 != 0).name(name);
            case FLAT_MAP ->
                hits.flatMap((Hit hit, Output<Hit> out) -> {
                            out.collect(hit);
                            if (hit.number() % 2 == 0) {
                                out.collect(new Hit(hit.key(), -hit.number(), hit.millis()));
                            }
                        })
                        .returns(Hit.class)
                        .name(name);
            case ASIDE -> {
                DataStream<Hit> main = hits.process(new Putting()).name(name);
                main.sideOutput(ASIDE).collect("aside of " + name);
                yield main;
            }
            case ONLY_ASIDE -> {
                DataStream<Hit> main = hits.process(new Putting()).name(name);
                main.collect("main of " + name);
                yield main.sideOutput(ASIDE);
            }
            case UNION -> {
                DataStream<Hit> odd = hits.filter(hit -> hit.number() % 2 != 0).name(name + " odd");
                DataStream<Hit> even = hits.filter(hit -> hit.number() % 2 == 0).name(name + " even");
                yield odd.union(even).name(name);
            }
        };
    }

    /** The two ways of a union may overtake each other. */
    @Override
    public Order order() {
        return which == Kind.UNION ? Order.OPEN : Order.KEPT;
    }

    @Override
    public String kind() {
        return which.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Puts even ones aside, and every fifth too. */
    private static final class Putting extends ProcessFunction<Hit, Hit> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(Hit hit, Context context, Output<Hit> out) {
            if (hit.number() % 2 == 0) {
                context.output(ASIDE, new Hit(hit.key(), hit.number() + 1000, context.timestamp()));
            }
            if (hit.number() % 2 != 0 || hit.number() % 5 == 0) {
                out.collect(hit);
            }
        }
    }
}
