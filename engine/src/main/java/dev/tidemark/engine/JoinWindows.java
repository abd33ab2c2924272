package dev.tidemark.engine;

import dev.tidemark.engine.evictor.Evictor;
import dev.tidemark.engine.join.Pairing;
import dev.tidemark.engine.join.WindowJoinSpec;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.window.Lateness;
import dev.tidemark.engine.window.Window;
import dev.tidemark.engine.window.WindowAssigner;
import java.io.Serializable;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Two keyed streams in the same windows: what window join and coGroup have in common. */
record JoinWindows<L, R, K, W extends Window>(
        KeyedStream<L, K> left,
        KeyedStream<R, K> right,
        WindowAssigner<?, W> assigner,
        Trigger<?, ? super W> trigger,
        @Nullable Evictor<?, ? super W> evictor,
        Lateness lateness) {
    JoinWindows {
        WindowedStream.requireMergeable(assigner, trigger);
    }

    static <L, R, K, W extends Window> JoinWindows<L, R, K, W> of(
            KeyedStream<L, K> left, KeyedStream<R, K> right, WindowAssigner<?, W> assigner) {
        return new JoinWindows<>(
                left, right, assigner, assigner.defaultTrigger(), null, new Lateness(0, assigner.eventTime()));
    }

    JoinWindows<L, R, K, W> trigger(Trigger<?, ? super W> other) {
        return new JoinWindows<>(left, right, assigner, other, evictor, lateness);
    }

    JoinWindows<L, R, K, W> evictor(Evictor<?, ? super W> dropping) {
        return new JoinWindows<>(left, right, assigner, trigger, dropping, lateness);
    }

    JoinWindows<L, R, K, W> allowedLateness(Duration allowed) {
        return new JoinWindows<>(
                left, right, assigner, trigger, evictor, new Lateness(allowed.toMillis(), assigner.eventTime()));
    }

    /** The operator; {@code pairing} is asked when the topology is built. */
    @SuppressWarnings("unchecked")
    <O> WindowResult<K, O> result(
            String kind, Serializable function, Optional<Type> type, Function<String, Pairing> pairing) {
        NodeBuilder next = left.next(kind, Described.windows(assigner, kind, trigger, evictor, lateness), type);
        right.into(next, 1);
        FunctionFields.warn(next, function, assigner, trigger, evictor);
        if (!assigner.eventTime() && lateness.allowedMillis() > 0) {
            next.warn("nothing is ever late for " + Described.of(assigner)
                    + "; allowedLateness does nothing there, leave it out");
        }
        next.does(() -> new WindowJoinSpec(
                (WindowAssigner<Object, Window>)
                        DataStream.prototype(assigner, next.name()).instance(),
                DataStream.prototype(trigger, next.name()),
                trigger.equals(assigner.defaultTrigger()),
                evictor == null ? null : DataStream.prototype(evictor, next.name()),
                lateness,
                left.stream().codec(),
                right.stream().codec(),
                pairing.apply(next.name())));
        return new WindowResult<>(left, next, type);
    }
}
