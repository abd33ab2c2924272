package dev.tidemark.engine.join;

import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;

/** One of the two streams of an interval join; the namespace of the timers that clean up its buffer. */
public enum JoinSide {
    LEFT,
    RIGHT;

    @SuppressWarnings("unchecked")
    static Codec<Comparable<?>> codec() {
        return (Codec<Comparable<?>>) (Codec<?>) Codecs.of(JoinSide.class);
    }

    /** In a sentence. */
    @Override
    public String toString() {
        return this == LEFT ? "left" : "right";
    }
}
