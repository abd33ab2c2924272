package dev.tidemark.flink.function;

import dev.tidemark.engine.function.TimerService;

/** Flink's timers as the engine's. */
public record FlinkTimers(org.apache.flink.streaming.api.TimerService timers) implements TimerService {
    @Override
    public void registerEventTimeTimer(long timestamp) {
        timers.registerEventTimeTimer(timestamp);
    }

    @Override
    public void registerProcessingTimeTimer(long timestamp) {
        timers.registerProcessingTimeTimer(timestamp);
    }

    @Override
    public void deleteEventTimeTimer(long timestamp) {
        timers.deleteEventTimeTimer(timestamp);
    }

    @Override
    public void deleteProcessingTimeTimer(long timestamp) {
        timers.deleteProcessingTimeTimer(timestamp);
    }

    @Override
    public long watermark() {
        return timers.currentWatermark();
    }

    @Override
    public long processingTime() {
        return timers.currentProcessingTime();
    }
}
