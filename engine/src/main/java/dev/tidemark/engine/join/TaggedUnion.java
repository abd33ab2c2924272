package dev.tidemark.engine.join;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An element of one of two streams, as the windows of a join hold it and as their trigger sees it. Source: Flink's
 * {@code CoGroupedStreams.TaggedUnion}.
 *
 * @param one the element, if it is one of the left stream; else null
 * @param two the element, if it is one of the right stream; else null
 */
public record TaggedUnion<L, R>(@Nullable L one, @Nullable R two) {
    public TaggedUnion {
        if ((one == null) == (two == null)) {
            throw new IllegalArgumentException(
                    "an element is of one of two streams, not of " + (one == null ? "none" : "both"));
        }
    }

    /** An element of the left stream. */
    public static <L, R> TaggedUnion<L, R> one(L value) {
        return new TaggedUnion<>(Objects.requireNonNull(value), null);
    }

    /** An element of the right stream. */
    public static <L, R> TaggedUnion<L, R> two(R value) {
        return new TaggedUnion<>(null, Objects.requireNonNull(value));
    }

    /** Whether it is an element of the left stream. */
    public boolean isOne() {
        return one != null;
    }

    /** The element itself. */
    Object value() {
        return one != null ? one : Objects.requireNonNull(two);
    }
}
