package dev.tidemark.propertytests.shrink;

import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.transcript.TranscriptLine;
import dev.tidemark.propertytests.EventScript;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How large a script is to a reader: first its lines, then what has to be told apart in them, then how odd their times
 * are, then how plain the values are.
 *
 * @param lines how many
 * @param partitions how many different sources and partitions
 * @param values how many different values
 * @param oddity how far times are from being whole minutes
 * @param span milliseconds between the first time and the last
 * @param text the values' characters, summed: short texts, small digits and early letters come first
 */
public record ScriptSize(int lines, int partitions, int values, int oddity, long span, int text)
        implements Comparable<ScriptSize> {
    private static final long SECOND = 1000;
    private static final long TEN_SECONDS = 10 * SECOND;
    private static final long MINUTE = 60 * SECOND;

    public static ScriptSize of(EventScript<?> script) {
        Set<String> subjects = new LinkedHashSet<>();
        Set<String> values = new LinkedHashSet<>();
        int oddity = 0;
        int text = 0;
        long last = Long.MIN_VALUE;
        long first = Long.MAX_VALUE;
        List<TranscriptLine> lines = script.transcript().lines();
        for (TranscriptLine line : lines) {
            subjects.add(line.subject());
            values.add(line.value());
            text += line.value().chars().sum();
            oddity += oddity(line.clockMillis());
            first = Math.min(first, line.clockMillis());
            last = Math.max(last, line.clockMillis());
            if (line.timestamp() != Long.MIN_VALUE) {
                oddity += oddity(line.timestamp()) + (line.timestamp() == line.clockMillis() ? 0 : 1);
                first = Math.min(first, line.timestamp());
                last = Math.max(last, line.timestamp());
            }
        }
        long span = lines.isEmpty() ? 0 : last - Times.dayOf(first);
        return new ScriptSize(lines.size(), subjects.size(), values.size(), oddity, span, text);
    }

    /** The earliest event time, watermark or arrival. */
    static long firstTime(EventScript<?> script) {
        return script.transcript().lines().stream()
                .mapToLong(line -> line.timestamp() == Long.MIN_VALUE
                        ? line.clockMillis()
                        : Math.min(line.clockMillis(), line.timestamp()))
                .min()
                .orElse(0);
    }

    private static int oddity(long millis) {
        if (millis % MINUTE == 0) {
            return 0;
        }
        return millis % TEN_SECONDS == 0 ? 1 : millis % SECOND == 0 ? 2 : 6;
    }

    /** The parts, the weightiest first. */
    public long[] parts() {
        return new long[] {lines, partitions, values, oddity, span, text};
    }

    @Override
    public int compareTo(ScriptSize other) {
        return java.util.Arrays.compare(parts(), other.parts());
    }
}
