package dev.tidemark.flink.window;

import dev.tidemark.engine.join.TaggedUnion;

/** What windows of a join hold in Flink, as what they hold in the engine; other elements are the same in both. */
final class FlinkElements {
    private FlinkElements() {}

    static Object toEngine(Object element) {
        if (element instanceof org.apache.flink.util.TaggedUnion<?, ?> tagged) {
            return tagged.isOne() ? TaggedUnion.one(tagged.getOne()) : TaggedUnion.two(tagged.getTwo());
        }
        return element;
    }
}
