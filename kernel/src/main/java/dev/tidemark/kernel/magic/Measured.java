package dev.tidemark.kernel.magic;

import dev.tidemark.kernel.spi.Displayable;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code %%bench} found, in nanoseconds for one run.
 *
 * @param median half of the rounds were at least as fast
 * @param least the fastest round
 * @param greatest the slowest round
 * @param rounds how many rounds were timed
 * @param runs how many runs each of them had
 * @param warmUps how many runs came before
 */
public record Measured(double median, double least, double greatest, int rounds, long runs, long warmUps)
        implements Displayable {
    static Measured of(List<Double> nanos, long runs, long warmUps) {
        double[] sorted = Bench.sorted(nanos);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Measured(median, sorted[0], sorted[sorted.length - 1], sorted.length, runs, warmUps);
    }

    @Override
    public Map<String, Object> mimeBundle() {
        String words = String.format(
                Locale.ROOT,
                "median %s, from %s to %s (%,d rounds of %,d runs, after %,d to warm up)",
                time(median),
                time(least),
                time(greatest),
                rounds,
                runs,
                warmUps);
        return Map.of("text/plain", words);
    }

    private static String time(double nanos) {
        if (nanos < 1e3) {
            return String.format(Locale.ROOT, "%.1f ns", nanos);
        }
        if (nanos < 1e6) {
            return String.format(Locale.ROOT, "%.2f µs", nanos / 1e3);
        }
        return nanos < 1e9
                ? String.format(Locale.ROOT, "%.2f ms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
}
