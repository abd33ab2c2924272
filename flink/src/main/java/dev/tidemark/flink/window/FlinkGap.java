package dev.tidemark.flink.window;

import dev.tidemark.engine.function.SessionGap;
import dev.tidemark.flink.function.Carried;
import org.apache.flink.streaming.api.windowing.assigners.SessionWindowTimeGapExtractor;

/** How long an element's session waits for another. */
record FlinkGap(Carried<SessionGap<Object>> gap) implements SessionWindowTimeGapExtractor<Object> {
    @SuppressWarnings("unchecked")
    static FlinkGap of(SessionGap<?> gap, String owner) {
        return new FlinkGap(Carried.of((SessionGap<Object>) gap, owner));
    }

    @Override
    public long extract(Object element) {
        return gap.get().after(FlinkElements.toEngine(element)).toMillis();
    }
}
