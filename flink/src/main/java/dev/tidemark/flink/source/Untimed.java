package dev.tidemark.flink.source;

import dev.tidemark.engine.element.Event;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Takes the timestamp from elements that have none: Flink's sources give them the least of all times.
 *
 * <p>A class of its own because nothing in Flink's public API can say that an element has no timestamp.
 */
public final class Untimed extends AbstractStreamOperator<Object> implements OneInputStreamOperator<Object, Object> {
    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(StreamRecord<Object> element) {
        if (element.getTimestamp() == Event.NO_TIMESTAMP) {
            element.eraseTimestamp();
        }
        output.collect(element);
    }
}
