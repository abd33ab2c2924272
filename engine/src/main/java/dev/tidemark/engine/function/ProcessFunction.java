package dev.tidemark.engine.function;

import java.io.Serializable;

/** Sees each element with its time, and can write to side outputs. */
public abstract class ProcessFunction<I, O> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Called once for each element, in order. */
    public abstract void processElement(I value, Context context, Output<O> out) throws Exception;

    /** What a function can ask while it sees an element. */
    public interface Context {
        /** The element's event time in milliseconds, {@link Long#MIN_VALUE} when it has none. */
        long timestamp();

        /** The operator's watermark in milliseconds. */
        long watermark();

        /** Processing time in milliseconds. */
        long processingTime();

        /** Emits into a side output, with the element's timestamp. */
        <X> void output(OutputTag<X> tag, X value);
    }
}
