package dev.tidemark.engine.window;

import dev.tidemark.engine.evictor.Evictor;
import dev.tidemark.engine.function.AggregateFunction;
import dev.tidemark.engine.function.ReduceFunction;
import dev.tidemark.engine.state.codec.Codec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the contents of a window are kept: reduced to one value, aggregated, or element by element. */
public interface Contents<A> {
    /** The contents with {@code value} in it; {@code before} is null for an empty window. */
    A add(@Nullable A before, Object value);

    /** The same for an element with its own time, for contents that keep it. */
    default A add(@Nullable A before, Object value, long timestamp) {
        return add(before, value);
    }

    /** The contents of two windows that merge, the earlier one first. */
    A merge(A earlier, A later);

    /** What the window's function sees. */
    List<Object> elements(A contents);

    /** What the window's function sees of a window from which everything was evicted; null stands for no value. */
    List<@Nullable Object> ofNothing();

    /** Shows what a window that fires holds to its function; returns what stays in it, null for nothing. */
    default @Nullable A fire(A contents, Window window, Evictor.Context context, Shown shown) throws Exception {
        shown.to(elements(contents));
        return contents;
    }

    /** The window's function, or what stands in its place. */
    @FunctionalInterface
    interface Shown {
        void to(List<Object> elements) throws Exception;
    }

    /** The codec of what is kept. */
    Codec<A> codec();

    /** One value, reduced. */
    static Contents<Object> reduced(ReduceFunction<Object> reduce, Codec<Object> codec) {
        return new Reduced(reduce, codec);
    }

    /** An accumulator. */
    static Contents<Object> aggregated(AggregateFunction<Object, Object, Object> aggregate, Codec<Object> codec) {
        return new Aggregated(aggregate, codec);
    }

    /** All elements; merged windows keep the earlier window's elements first. */
    static Contents<List<Object>> all(Codec<List<Object>> codec) {
        return new All(codec);
    }

    /** See {@link #reduced}. */
    record Reduced(ReduceFunction<Object> reduce, Codec<Object> codec) implements Contents<Object> {
        @Override
        public Object add(@Nullable Object before, Object value) {
            return before == null ? value : reduce.reduce(before, value);
        }

        @Override
        public Object merge(Object earlier, Object later) {
            return reduce.reduce(earlier, later);
        }

        @Override
        public List<Object> elements(Object contents) {
            return List.of(contents);
        }

        @Override
        public List<@Nullable Object> ofNothing() {
            return Collections.singletonList(null);
        }
    }

    /** See {@link #aggregated}. */
    record Aggregated(AggregateFunction<Object, Object, Object> aggregate, Codec<Object> codec)
            implements Contents<Object> {
        @Override
        public Object add(@Nullable Object before, Object value) {
            return aggregate.add(value, before == null ? aggregate.createAccumulator() : before);
        }

        @Override
        public Object merge(Object earlier, Object later) {
            return aggregate.merge(earlier, later);
        }

        @Override
        public List<Object> elements(Object contents) {
            return Collections.singletonList(aggregate.result(contents));
        }

        @Override
        public List<@Nullable Object> ofNothing() {
            return Collections.singletonList(aggregate.result(aggregate.createAccumulator()));
        }
    }

    /** See {@link #all}. */
    record All(Codec<List<Object>> codec) implements Contents<List<Object>> {
        @Override
        public List<Object> add(@Nullable List<Object> before, Object value) {
            List<Object> list = before == null ? new ArrayList<>() : before;
            list.add(value);
            return list;
        }

        @Override
        public List<Object> merge(List<Object> earlier, List<Object> later) {
            List<Object> both = new ArrayList<>(earlier);
            both.addAll(later);
            return both;
        }

        @Override
        public List<Object> elements(List<Object> contents) {
            return List.copyOf(contents);
        }

        @Override
        public List<@Nullable Object> ofNothing() {
            return List.of();
        }
    }
}
