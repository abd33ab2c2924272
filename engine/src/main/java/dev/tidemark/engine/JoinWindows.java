package dev.tidemark.engine;

import dev.tidemark.engine.join.Pairing;
import dev.tidemark.engine.join.WindowJoinSpec;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.window.Lateness;
import dev.tidemark.engine.window.Window;
import dev.tidemark.engine.window.WindowAssigner;
import java.io.Serializable;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Two keyed streams in the same windows: what window join and coGroup have in common. */
record JoinWindows<L, R, K, W extends Window>(
        KeyedStream<L, K> left,
        KeyedStream<R, K> right,
        WindowAssigner<?, W> assigner,
        Trigger<?, ? super W> trigger,
        Lateness lateness) {
    static <L, R, K, W extends Window> JoinWindows<L, R, K, W> of(
            KeyedStream<L, K> left, KeyedStream<R, K> right, WindowAssigner<?, W> assigner) {
        return new JoinWindows<>(
                left, right, assigner, assigner.defaultTrigger(), new Lateness(0, assigner.eventTime()));
    }

    JoinWindows<L, R, K, W> trigger(Trigger<?, ? super W> other) {
        if (assigner.merging() && !other.canMerge()) {
            throw new IllegalArgumentException("the trigger " + other + " can't merge, which " + assigner
                    + " needs; override canMerge and onMerge in it, or use another trigger");
        }
        return new JoinWindows<>(left, right, assigner, other, lateness);
    }

    JoinWindows<L, R, K, W> allowedLateness(Duration allowed) {
        return new JoinWindows<>(
                left, right, assigner, trigger, new Lateness(allowed.toMillis(), assigner.eventTime()));
    }

    /** The operator; {@code pairing} is asked when the topology is built. */
    @SuppressWarnings("unchecked")
    <O> WindowResult<K, O> result(
            String kind, Serializable function, Optional<Type> type, Function<String, Pairing> pairing) {
        boolean defaultTrigger = trigger.equals(assigner.defaultTrigger());
        long allowed = lateness.allowedMillis();
        String description = assigner + ", " + kind + (defaultTrigger ? "" : ", " + trigger)
                + (allowed == 0 ? "" : ", lateness " + Times.text(Duration.ofMillis(allowed)));
        NodeBuilder next = left.next(kind, description, type);
        right.into(next, 1);
        FunctionFields.warn(next, function);
        FunctionFields.warn(next, trigger);
        next.does(() -> new WindowJoinSpec(
                (WindowAssigner<Object, Window>) (WindowAssigner<?, ?>) assigner,
                DataStream.prototype(trigger, next.name()),
                defaultTrigger,
                lateness,
                codec(left),
                codec(right),
                pairing.apply(next.name())));
        return new WindowResult<>(left, next, type);
    }

    private static Codec<Object> codec(KeyedStream<?, ?> side) {
        return side.stream().codec();
    }
}
