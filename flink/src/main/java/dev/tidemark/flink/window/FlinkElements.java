package dev.tidemark.flink.window;

import dev.tidemark.engine.join.TaggedUnion;
import org.apache.flink.streaming.api.datastream.CoGroupedStreams;

/** What windows of a join hold in Flink, as what they hold in the engine; other elements are the same in both. */
final class FlinkElements {
    private FlinkElements() {}

    static Object toEngine(Object element) {
        if (element instanceof CoGroupedStreams.TaggedUnion<?, ?> tagged) {
            return tagged.isOne() ? TaggedUnion.one(tagged.getOne()) : TaggedUnion.two(tagged.getTwo());
        }
        return element;
    }
}
