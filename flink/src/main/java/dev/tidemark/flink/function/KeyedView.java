package dev.tidemark.flink.function;

import dev.tidemark.engine.function.KeyedProcessFunction;
import dev.tidemark.engine.function.OutputTag;
import dev.tidemark.engine.function.TimerService;

/**
 * An element, or a timer, with its key.
 *
 * @param eventTime whether the timer is one of event time
 */
record KeyedView(ElementView element, Object key, boolean eventTime)
        implements KeyedProcessFunction.TimerContext<Object> {
    @Override
    public long timestamp() {
        return element.timestamp();
    }

    @Override
    public long watermark() {
        return element.watermark();
    }

    @Override
    public long processingTime() {
        return element.processingTime();
    }

    @Override
    public TimerService timers() {
        return new FlinkTimers(element.timers());
    }

    @Override
    public <X> void output(OutputTag<X> tag, X value) {
        element.output(tag, value);
    }
}
