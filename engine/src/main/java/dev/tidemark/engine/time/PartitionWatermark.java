package dev.tidemark.engine.time;

import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import java.util.OptionalLong;

/**
 * The watermark of one partition of a source, with its idleness.
 *
 * <p>Probes are arithmetic: {@link #nextProbe()} is the next one that changes something, at the time at which a
 * periodic probe would find it. An idle partition wakes with its next watermark, not with an event. A restart from a checkpoint begins anew, as Flink's does, which keeps neither the
 * watermark nor the largest timestamp; a snapshot holds everything.
 */
public final class PartitionWatermark {
    /** No probe would change anything. */
    public static final long NEVER = Long.MAX_VALUE;

    private final Watermarks<?> strategy;
    private long startMillis;
    private long maxTimestamp;
    private long watermark = Watermark.BEGINNING;
    private boolean idle;
    private boolean eventSinceProbe;
    private long lastEventMillis;
    private long quietSinceMillis;
    private long pausedSinceMillis = NEVER;
    private long pausedMillis;
    private long knownProbe = Long.MIN_VALUE;

    PartitionWatermark(Watermarks<?> strategy, long startMillis) {
        this.strategy = strategy;
        this.startMillis = startMillis;
        this.maxTimestamp = Long.MIN_VALUE + strategy.boundMillis() + 1;
        this.quietSinceMillis = startMillis + strategy.intervalMillis();
    }

    /** Notes an event; true when the partition's watermark or idleness changed at once. */
    public boolean event(Object event, long timestamp, long nowMillis) {
        maxTimestamp = Math.max(maxTimestamp, timestamp);
        eventSinceProbe = true;
        lastEventMillis = nowMillis;
        pausedMillis = 0;
        if (!strategy.isPerEvent()) {
            return false;
        }
        OptionalLong value = strategy.generated() ? OptionalLong.of(fromMaximum()) : punctuation(event, timestamp);
        return value.isPresent() && emit(value.getAsLong());
    }

    @SuppressWarnings("unchecked")
    private OptionalLong punctuation(Object event, long timestamp) {
        PunctuatedWatermark<Object> reader = (PunctuatedWatermark<Object>) strategy.reader();
        return reader == null ? OptionalLong.empty() : reader.after(event, timestamp);
    }

    /** The user moves this partition's watermark; lower values are ignored. */
    public boolean advance(long value) {
        return emit(value);
    }

    /**
     * Whether the partition can't be read for now, though there may be something: the time until it is idle stands still.
     * Source: Flink's {@code PausableRelativeClock}.
     */
    public void pause(boolean wanted, long nowMillis) {
        if (wanted && pausedSinceMillis == NEVER) {
            pausedSinceMillis = nowMillis;
        } else if (!wanted && pausedSinceMillis != NEVER) {
            long measured = eventSinceProbe ? quietAfterLastEvent() : quietSinceMillis;
            pausedMillis += Math.max(0, nowMillis - Math.max(pausedSinceMillis, measured));
            pausedSinceMillis = NEVER;
        }
    }

    /** The user declares the partition idle. */
    public boolean markIdle() {
        boolean changed = !idle;
        idle = true;
        eventSinceProbe = false;
        return changed;
    }

    /** A periodic probe at {@code nowMillis}; true when something changed. */
    public boolean probe(long nowMillis) {
        boolean changed = false;
        if (eventSinceProbe && nowMillis > lastEventMillis) {
            eventSinceProbe = false;
            quietSinceMillis = quietAfterLastEvent();
            changed = strategy.generated() && emit(fromMaximum());
        }
        if (!eventSinceProbe && nowMillis >= idleTime()) {
            idle = true;
            changed = true;
        }
        return changed;
    }

    /** One more probe, at any time, when nothing will come any more; true when something changed. */
    public boolean last(long nowMillis) {
        if (eventSinceProbe) {
            eventSinceProbe = false;
            return strategy.generated() && emit(fromMaximum());
        }
        boolean silent = !idle
                && strategy.idleAfterMillis() > 0
                && nowMillis - quietSinceMillis - pausedMillis > strategy.idleAfterMillis();
        idle |= silent;
        return silent;
    }

    /** When the next probe that changes something is due, in milliseconds of processing time, or {@link #NEVER}. */
    public long nextProbe() {
        if (eventSinceProbe && strategy.generated() && (idle || fromMaximum() > watermark)) {
            return firstProbeAfter(lastEventMillis);
        }
        return idleTime();
    }

    /** When the partition goes idle if nothing arrives before, in milliseconds of processing time, or {@link #NEVER}. */
    public long idleTime() {
        if (idle || strategy.idleAfterMillis() == 0 || pausedSinceMillis != NEVER) {
            return NEVER;
        }
        return idleAt(eventSinceProbe ? quietAfterLastEvent() : quietSinceMillis);
    }

    /** The first probe sees the event, the second starts to measure. */
    private long quietAfterLastEvent() {
        return firstProbeAfter(lastEventMillis) + strategy.intervalMillis();
    }

    private long idleAt(long quietSince) {
        long interval = strategy.intervalMillis();
        return quietSince + interval * ((strategy.idleAfterMillis() + pausedMillis) / interval + 1);
    }

    /**
     * Remembers the last answer, which holds for a whole interval: a division is dear where it is asked at every event. The
     * clock never goes back.
     */
    private long firstProbeAfter(long millis) {
        long interval = strategy.intervalMillis();
        if (millis >= knownProbe) {
            knownProbe = startMillis + (Math.floorDiv(millis - startMillis, interval) + 1) * interval;
        }
        return knownProbe;
    }

    private long fromMaximum() {
        return maxTimestamp - strategy.boundMillis() - 1;
    }

    private boolean emit(long value) {
        boolean woke = idle;
        idle = false;
        if (value > watermark) {
            watermark = value;
            return true;
        }
        return woke;
    }

    public long watermark() {
        return watermark;
    }

    public boolean idle() {
        return idle;
    }

    /** The largest timestamp seen, or empty before the first event. */
    public OptionalLong maxTimestamp() {
        long nothing = Long.MIN_VALUE + strategy.boundMillis() + 1;
        return maxTimestamp == nothing ? OptionalLong.empty() : OptionalLong.of(maxTimestamp);
    }

    public void snapshot(ByteSink out) {
        out.writeLong(startMillis);
        out.writeLong(maxTimestamp);
        out.writeLong(watermark);
        out.writeBoolean(idle);
        out.writeBoolean(eventSinceProbe);
        out.writeLong(lastEventMillis);
        out.writeLong(quietSinceMillis);
        out.writeLong(pausedSinceMillis);
        out.writeLong(pausedMillis);
    }

    public void restore(ByteSource in) {
        startMillis = in.readLong();
        maxTimestamp = in.readLong();
        watermark = in.readLong();
        idle = in.readBoolean();
        eventSinceProbe = in.readBoolean();
        lastEventMillis = in.readLong();
        quietSinceMillis = in.readLong();
        pausedSinceMillis = in.readLong();
        pausedMillis = in.readLong();
        knownProbe = Long.MIN_VALUE;
    }
}
