package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.WindowResult;
import dev.tidemark.engine.WindowedCoGroup;
import dev.tidemark.engine.WindowedJoin;
import dev.tidemark.engine.function.CoGroupFunction;
import dev.tidemark.engine.function.FlatJoinFunction;
import dev.tidemark.engine.function.Output;
import dev.tidemark.engine.trigger.CountTrigger;
import dev.tidemark.engine.window.TimeWindow;
import dev.tidemark.engine.window.WindowAssigner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A window join, or a coGroup, with a source of its own.
 *
 * @param count how many elements make a window fire, 0 for its own trigger
 */
record Joining(Kind which, WindowAssigner<Object, TimeWindow> assigner, int count, long latenessMillis, Feed other)
        implements Stage {
    /** What becomes of those that meet. */
    enum Kind {
        JOIN,
        FLAT_JOIN,
        CO_GROUP
    }

    @Override
    public DataStream<Hit> behind(Pipeline pipeline, DataStream<Hit> hits, String name) {
        DataStream<Hit> others = other.into(pipeline);
        return (which == Kind.CO_GROUP ? coGroup(hits, others) : join(hits, others))
                .returns(Hit.class)
                .name(name);
    }

    private WindowResult<String, Hit> coGroup(DataStream<Hit> hits, DataStream<Hit> others) {
        WindowedCoGroup<Hit, Hit, String, TimeWindow> windows = hits.coGroup(others)
                .where(Hit::key)
                .equalTo(Hit::key)
                .<TimeWindow>window(assigner)
                .allowedLateness(Duration.ofMillis(latenessMillis));
        windows = count == 0 ? windows : windows.trigger(CountTrigger.of(count));
        return windows.apply((CoGroupFunction<Hit, Hit, Hit>) Joining::group);
    }

    private WindowResult<String, Hit> join(DataStream<Hit> hits, DataStream<Hit> others) {
        WindowedJoin<Hit, Hit, String, TimeWindow> windows = hits.join(others)
                .where(Hit::key)
                .equalTo(Hit::key)
                .<TimeWindow>window(assigner)
                .allowedLateness(Duration.ofMillis(latenessMillis));
        windows = count == 0 ? windows : windows.trigger(CountTrigger.of(count));
        return which == Kind.JOIN
                ? windows.apply((left, right) ->
                        new Hit(left.key(), left.number() * 1000 + right.number(), left.millis() - right.millis()))
                : windows.apply((FlatJoinFunction<Hit, Hit, Hit>) Joining::pair);
    }

    private static void pair(Hit left, Hit right, Output<Hit> out) {
        if ((left.number() + right.number()) % 3 != 0) {
            out.collect(new Hit(left.key(), left.number() * 1000 + right.number(), 1));
        }
        if (left.number() < right.number()) {
            out.collect(new Hit(left.key(), right.number() * 1000 + left.number(), 2));
        }
    }

    /** The same in whichever order they are told, as it must be where windows merge. */
    private static void group(Iterable<Hit> left, Iterable<Hit> right, Output<Hit> out) {
        List<Long> ours = new ArrayList<>();
        List<Long> theirs = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        left.forEach(hit -> {
            ours.add(hit.number());
            keys.add(hit.key());
        });
        right.forEach(hit -> {
            theirs.add(hit.number());
            keys.add(hit.key());
        });
        ours.sort(null);
        theirs.sort(null);
        out.collect(new Hit(keys.get(0), ours.hashCode() * 7L, theirs.hashCode()));
    }

    @Override
    public List<Feed> feeds() {
        return List.of(other);
    }

    @Override
    public boolean merges() {
        return assigner.merging();
    }

    /** In windows that merged, elements have no order. */
    @Override
    public Order order() {
        return assigner.merging() && which != Kind.CO_GROUP ? Order.OPEN : Order.BY_KEY;
    }

    @Override
    public String kind() {
        return which.name().toLowerCase(Locale.ROOT).replace('_', '-') + " "
                + assigner.getClass().getSimpleName() + (count == 0 ? "" : " CountTrigger");
    }
}
