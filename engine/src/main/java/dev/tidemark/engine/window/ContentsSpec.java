package dev.tidemark.engine.window;

import dev.tidemark.engine.evictor.Evictor;
import dev.tidemark.engine.function.AggregateFunction;
import dev.tidemark.engine.function.Prototype;
import dev.tidemark.engine.function.ReduceFunction;
import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;

/** How a window operator keeps what its windows hold, as a value. */
public sealed interface ContentsSpec {
    /** The contents of one subtask's windows, with fresh functions. */
    Contents<?> create();

    /** One value, reduced; {@code element} is the codec of the elements. */
    record Reduced(Prototype<ReduceFunction<Object>> function, Codec<Object> element) implements ContentsSpec {
        @Override
        public Contents<?> create() {
            return Contents.reduced(function.instance(), element);
        }
    }

    /** An accumulator. */
    record Aggregated(Prototype<AggregateFunction<Object, Object, Object>> function, Codec<Object> accumulator)
            implements ContentsSpec {
        @Override
        public Contents<?> create() {
            return Contents.aggregated(function.instance(), accumulator);
        }
    }

    /** Every element. */
    record All(Codec<Object> element) implements ContentsSpec {
        @Override
        public Contents<?> create() {
            return Contents.all(Codecs.list(element));
        }
    }

    /**
     * Every element with its time, from which an evictor drops some when the window fires.
     *
     * @param afterwards what is made of those that stay
     * @param element the codec of the elements
     */
    record Evicted(ContentsSpec afterwards, Codec<Object> element, Prototype<Evictor<Object, Window>> evictor)
            implements ContentsSpec {
        @Override
        @SuppressWarnings("unchecked")
        public Contents<?> create() {
            return new EvictedContents((Contents<Object>) afterwards.create(), element, evictor.instance());
        }
    }
}
