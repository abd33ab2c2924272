package dev.tidemark.visualizers.eventtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bins for delays: equal ones of a round width where the delays are of one size, and ones that grow by about a factor of two
 * where they run from seconds to days.
 */
final class DelayBins {
    private static final long SECOND = 1_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /** Widths and edges that people find round, in milliseconds. */
    private static final long[] ROUND = {
        1,
        2,
        5,
        10,
        20,
        50,
        100,
        200,
        500,
        SECOND,
        2 * SECOND,
        5 * SECOND,
        10 * SECOND,
        30 * SECOND,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        7 * DAY,
        30 * DAY,
        365 * DAY
    };

    private static final int MOST_EQUAL_BINS = 24;
    private static final int WIDE_RANGE = 40;

    private final long[] edges;

    private DelayBins(long[] edges) {
        this.edges = edges;
    }

    /** Bins for these delays in milliseconds; none if there are none. */
    static DelayBins of(long[] delays) {
        if (delays.length == 0) {
            return new DelayBins(new long[] {0});
        }
        long[] sorted = delays.clone();
        Arrays.sort(sorted);
        long least = sorted[0];
        long median = sorted[sorted.length / 2];
        long most = sorted[sorted.length - 1];
        boolean wide = least >= 0 && most > WIDE_RANGE * Math.max(1, median - least / 2) && most > 10 * SECOND;
        boolean steep = least >= 0 && most > 1_000 * Math.max(1, least) && most > HOUR;
        return new DelayBins(wide || steep ? growing(least, most) : equal(least, most));
    }

    private static long[] growing(long least, long most) {
        int from = 0;
        while (from + 1 < ROUND.length && ROUND[from + 1] <= least) {
            from++;
        }
        int to = from;
        while (to + 1 < ROUND.length && ROUND[to] <= most) {
            to++;
        }
        long[] round = Arrays.copyOfRange(ROUND, from, to + 1);
        if (least >= round[0]) {
            return round;
        }
        long[] fromZero = new long[round.length + 1];
        System.arraycopy(round, 0, fromZero, 1, round.length);
        return fromZero;
    }

    private static long[] equal(long least, long most) {
        long width = ROUND[ROUND.length - 1];
        for (long candidate : ROUND) {
            if ((most - least) / candidate < MOST_EQUAL_BINS) {
                width = candidate;
                break;
            }
        }
        long first = Math.floorDiv(least, width);
        int count = (int) Math.min(1_000, Math.floorDiv(most, width) - first + 1);
        long[] edges = new long[count + 1];
        for (int i = 0; i <= count; i++) {
            edges[i] = (first + i) * width;
        }
        return edges;
    }

    int count() {
        return edges.length - 1;
    }

    /** The bin of this delay; the last one also takes what is beyond it. */
    int indexOf(long delay) {
        int bin = 0;
        while (bin + 1 < count() && edges[bin + 1] <= delay) {
            bin++;
        }
        return bin;
    }

    /** What the bins are called, such as {@code 2 – 5 min}. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            String from = Times.duration(edges[i]);
            String to = Times.duration(edges[i + 1]);
            String unit = to.substring(to.indexOf(' '));
            names.add((from.endsWith(unit) ? from.substring(0, from.length() - unit.length()) : bare(edges[i], from))
                    + " – " + to);
        }
        return names;
    }

    private static String bare(long edge, String words) {
        return edge == 0 ? "0" : words;
    }
}
