package dev.tidemark.engine.join;

import dev.tidemark.engine.function.CoGroupFunction;
import dev.tidemark.engine.function.FlatJoinFunction;
import dev.tidemark.engine.function.JoinFunction;
import dev.tidemark.engine.function.Prototype;
import java.util.Objects;

/**
 * What becomes of the elements of both streams that share a key and a window.
 *
 * <p>A join pairs each left element with each right one: the left ones outside, the right ones inside, both in the order
 * of their arrival. Source: Flink's {@code JoinedStreams.JoinCoGroupFunction} and {@code FlatJoinCoGroupFunction}.
 */
public sealed interface Pairing {
    /** The user's function. */
    Prototype<?> function();

    /** An instance of the function as one over whole groups. */
    CoGroupFunction<Object, Object, Object> over(Object instance);

    /** One result for each pair. */
    record Join(Prototype<JoinFunction<Object, Object, Object>> function) implements Pairing {
        @Override
        @SuppressWarnings("unchecked")
        public CoGroupFunction<Object, Object, Object> over(Object instance) {
            JoinFunction<Object, Object, Object> join = (JoinFunction<Object, Object, Object>) instance;
            return (left, right, out) -> {
                for (Object one : left) {
                    for (Object two : right) {
                        out.collect(Objects.requireNonNull(join.join(one, two), "a join's result is null"));
                    }
                }
            };
        }
    }

    /** Any number of results for each pair. */
    record FlatJoin(Prototype<FlatJoinFunction<Object, Object, Object>> function) implements Pairing {
        @Override
        @SuppressWarnings("unchecked")
        public CoGroupFunction<Object, Object, Object> over(Object instance) {
            FlatJoinFunction<Object, Object, Object> join = (FlatJoinFunction<Object, Object, Object>) instance;
            return (left, right, out) -> {
                for (Object one : left) {
                    for (Object two : right) {
                        join.join(one, two, out);
                    }
                }
            };
        }
    }

    /** Whatever the function makes of both groups, also when one is empty. */
    record CoGroup(Prototype<CoGroupFunction<Object, Object, Object>> function) implements Pairing {
        @Override
        @SuppressWarnings("unchecked")
        public CoGroupFunction<Object, Object, Object> over(Object instance) {
            return (CoGroupFunction<Object, Object, Object>) instance;
        }
    }
}
