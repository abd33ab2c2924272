package dev.tidemark.engine;

import dev.tidemark.engine.function.KeySelector;
import dev.tidemark.engine.join.TaggedUnion;
import dev.tidemark.engine.window.Window;
import dev.tidemark.engine.window.WindowAssigner;

/**
 * Two streams whose elements are to be paired by key and window: {@code a.join(b).where(…).equalTo(…).window(…)}. Source:
 * Flink's {@code JoinedStreams}.
 *
 * @param <L> elements of the left stream
 * @param <R> elements of the right stream
 */
public final class JoinedStreams<L, R> {
    private final DataStream<L> left;
    private final DataStream<R> right;

    JoinedStreams(DataStream<L> left, DataStream<R> right) {
        this.left = left;
        this.right = right;
    }

    /** The left stream's key. */
    public <K> Where<K> where(KeySelector<? super L, K> key) {
        return new Where<>(left.keyBy(key));
    }

    /** The left stream's key, where its type can't be read from the selector. */
    public <K> Where<K> where(KeySelector<? super L, K> key, Class<K> keyType) {
        return new Where<>(left.keyBy(key, keyType));
    }

    /** A join whose left key is known. */
    public final class Where<K> {
        private final KeyedStream<L, K> leftKeyed;

        private Where(KeyedStream<L, K> leftKeyed) {
            this.leftKeyed = leftKeyed;
        }

        /**
         * The right stream's key.
         *
         * @throws IllegalArgumentException if it is of another type than the left stream's
         */
        public EqualTo<K> equalTo(KeySelector<? super R, K> key) {
            return new EqualTo<>(leftKeyed, right.keyBy(key));
        }

        /** The right stream's key, where its type can't be read from the selector. */
        public EqualTo<K> equalTo(KeySelector<? super R, K> key, Class<K> keyType) {
            return new EqualTo<>(leftKeyed, right.keyBy(key, keyType));
        }
    }

    /** A join whose keys are known. */
    public final class EqualTo<K> {
        private final KeyedStream<L, K> leftKeyed;
        private final KeyedStream<R, K> rightKeyed;

        private EqualTo(KeyedStream<L, K> leftKeyed, KeyedStream<R, K> rightKeyed) {
            leftKeyed.requireSameKeys("a join", rightKeyed);
            this.leftKeyed = leftKeyed;
            this.rightKeyed = rightKeyed;
        }

        /** The windows in which elements meet. */
        public <W extends Window> WindowedJoin<L, R, K, W> window(
                WindowAssigner<? super TaggedUnion<L, R>, W> assigner) {
            return new WindowedJoin<>(JoinWindows.of(leftKeyed, rightKeyed, assigner));
        }
    }
}
