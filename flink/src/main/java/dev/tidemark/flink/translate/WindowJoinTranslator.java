package dev.tidemark.flink.translate;

import dev.tidemark.engine.join.Pairing;
import dev.tidemark.engine.join.WindowJoinSpec;
import dev.tidemark.flink.function.JoinFunctions;
import dev.tidemark.flink.window.FlinkAssigners;
import dev.tidemark.flink.window.FlinkEvictors;
import dev.tidemark.flink.window.FlinkTriggers;
import java.time.Duration;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Joins and coGroups over windows: Flink's {@code JoinedStreams} and {@code CoGroupedStreams}. */
final class WindowJoinTranslator implements Translator<WindowJoinSpec> {
    @Override
    public SingleOutputStreamOperator<Object> translate(WindowJoinSpec spec, Place place) {
        return spec.pairing() instanceof Pairing.CoGroup together ? coGroup(spec, together, place) : join(spec, place);
    }

    private static SingleOutputStreamOperator<Object> coGroup(
            WindowJoinSpec spec, Pairing.CoGroup together, Place place) {
        Place.Feed left = place.feeds().get(0);
        Place.Feed right = place.feeds().get(1);
        var windows = left.stream()
                .coGroup(right.stream())
                .where(left.selector(), left.keyType())
                .equalTo(right.selector(), right.keyType())
                .window(FlinkAssigners.of(spec.assigner(), place.name()))
                .trigger(FlinkTriggers.of(
                        spec.trigger().instance(), spec.assigner().windowType(), place.name()))
                .allowedLateness(lateness(spec));
        if (spec.evictor() != null) {
            windows = windows.evictor(FlinkEvictors.of(spec.evictor(), place.name()));
        }
        return windows.apply(new JoinFunctions.CoGroup(place.carried(together.function())), place.type());
    }

    private static SingleOutputStreamOperator<Object> join(WindowJoinSpec spec, Place place) {
        Place.Feed left = place.feeds().get(0);
        Place.Feed right = place.feeds().get(1);
        var windows = left.stream()
                .join(right.stream())
                .where(left.selector(), left.keyType())
                .equalTo(right.selector(), right.keyType())
                .window(FlinkAssigners.of(spec.assigner(), place.name()))
                .trigger(FlinkTriggers.of(
                        spec.trigger().instance(), spec.assigner().windowType(), place.name()))
                .allowedLateness(lateness(spec));
        if (spec.evictor() != null) {
            windows = windows.evictor(FlinkEvictors.of(spec.evictor(), place.name()));
        }
        return spec.pairing() instanceof Pairing.FlatJoin flat
                ? windows.apply(new JoinFunctions.FlatJoin(place.carried(flat.function())), place.type())
                : windows.apply(
                        new JoinFunctions.Join(place.carried(((Pairing.Join) spec.pairing()).function())),
                        place.type());
    }

    private static Duration lateness(WindowJoinSpec spec) {
        return Duration.ofMillis(spec.lateness().allowedMillis());
    }
}
