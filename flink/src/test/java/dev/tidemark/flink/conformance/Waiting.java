package dev.tidemark.flink.conformance;

import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;
import org.apache.flink.streaming.api.watermark.Watermark;

/** Says 2 at 12 ms, watermark 19 and 3 at 21 ms, and waits until it is stopped; or ends at once. */
@SuppressWarnings("deprecation") // the shortest source that can wait
final class Waiting implements SourceFunction<Tuple2<String, Long>> {
    private static final long serialVersionUID = 1L;

    private final boolean silent;
    private volatile boolean running = true;

    Waiting(boolean silent) {
        this.silent = silent;
    }

    @Override
    public void run(SourceContext<Tuple2<String, Long>> context) throws Exception {
        if (silent) {
            return;
        }
        synchronized (context.getCheckpointLock()) {
            context.collectWithTimestamp(Lone.pair("a", 2), 12);
            context.emitWatermark(new Watermark(19));
            context.collectWithTimestamp(Lone.pair("a", 3), 21);
        }
        synchronized (this) {
            while (running) {
                wait();
            }
        }
    }

    @Override
    public synchronized void cancel() {
        running = false;
        notifyAll();
    }
}
