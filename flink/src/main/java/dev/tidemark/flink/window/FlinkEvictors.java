package dev.tidemark.flink.window;

import static java.time.Duration.ofMillis;

import dev.tidemark.engine.evictor.CountEvictor;
import dev.tidemark.engine.evictor.DeltaEvictor;
import dev.tidemark.engine.evictor.Evictor;
import dev.tidemark.engine.evictor.TimeEvictor;
import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.window.Window;
import dev.tidemark.flink.function.Carried;
import java.util.Map;
import java.util.function.BiFunction;

/** The engine's evictors as Flink's: built-in ones become Flink's own, a user's is adapted. */
public final class FlinkEvictors {
    private static final Map<
                    Class<?>,
                    BiFunction<Object, String, org.apache.flink.streaming.api.windowing.evictors.Evictor<?, ?>>>
            BUILT_IN = Map.of(
                    CountEvictor.class, (evictor, owner) -> count((CountEvictor<?>) evictor),
                    TimeEvictor.class, (evictor, owner) -> time((TimeEvictor<?>) evictor),
                    DeltaEvictor.class, (evictor, owner) -> delta((DeltaEvictor<?, ?>) evictor, owner));

    private FlinkEvictors() {}

    /** Flink's evictor; {@code owner} is the operator, for errors. */
    @SuppressWarnings("unchecked")
    public static org.apache.flink.streaming.api.windowing.evictors.Evictor<
                    Object, org.apache.flink.streaming.api.windowing.windows.Window>
            of(Prototype<Evictor<Object, Window>> prototype, String owner) {
        Evictor<Object, Window> evictor = prototype.instance();
        var builtIn = BUILT_IN.get(evictor.getClass());
        return (org.apache.flink.streaming.api.windowing.evictors.Evictor<
                        Object, org.apache.flink.streaming.api.windowing.windows.Window>)
                (builtIn != null ? builtIn.apply(evictor, owner) : new EvictorAdapter(Carried.of(prototype, owner)));
    }

    private static org.apache.flink.streaming.api.windowing.evictors.Evictor<?, ?> count(CountEvictor<?> evictor) {
        return org.apache.flink.streaming.api.windowing.evictors.CountEvictor.of(evictor.count(), evictor.after());
    }

    private static org.apache.flink.streaming.api.windowing.evictors.Evictor<?, ?> time(TimeEvictor<?> evictor) {
        return org.apache.flink.streaming.api.windowing.evictors.TimeEvictor.of(
                ofMillis(evictor.keptMillis()), evictor.after());
    }

    private static org.apache.flink.streaming.api.windowing.evictors.Evictor<?, ?> delta(
            DeltaEvictor<?, ?> evictor, String owner) {
        return org.apache.flink.streaming.api.windowing.evictors.DeltaEvictor.of(
                evictor.threshold(), FlinkDelta.of(evictor.delta(), owner), evictor.after());
    }
}
