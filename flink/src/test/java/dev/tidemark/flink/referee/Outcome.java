package dev.tidemark.flink.referee;

import dev.tidemark.engine.transcript.ValueText;

/**
 * One thing that came out: a result in a sink, or an element that was late for an operator.
 *
 * @param operator the sink, or the operator for which the element was late
 * @param value as text
 * @param timestamp event time in milliseconds, {@link Long#MIN_VALUE} for none
 * @param watermark of the sink when it came; 0 for a late element
 * @param clockMillis processing time when it came; 0 where the clock on the wall decides
 */
public record Outcome(String operator, boolean late, String value, long timestamp, long watermark, long clockMillis) {
    /** A result. */
    public static Outcome result(String sink, Object value, long timestamp, long watermark, long clockMillis) {
        return new Outcome(sink, false, ValueText.print(value), timestamp, watermark, clockMillis);
    }

    /** A late element. */
    public static Outcome late(String operator, String value, long timestamp, long clockMillis) {
        return new Outcome(operator, true, value, timestamp, 0, clockMillis);
    }

    /** The same at no particular time of the clock. */
    public Outcome withoutClock() {
        return new Outcome(operator, late, value, timestamp, watermark, 0);
    }

    /** Operator and key, which is the first component of the value: one lane, where a key's results have an order. */
    public String ofKey() {
        int open = value.indexOf('=');
        int end = value.indexOf(',', open);
        String key = open < 0 ? "" : value.substring(open + 1, end < 0 ? value.length() - 1 : end);
        return operator + (late ? " late " : " ") + key;
    }

    @Override
    public String toString() {
        return clockMillis + "ms " + operator + (late ? " late " : " -> ") + value
                + (timestamp == Long.MIN_VALUE ? "" : " @ " + timestamp + "ms")
                + (late ? "" : ", watermark " + watermark);
    }
}
