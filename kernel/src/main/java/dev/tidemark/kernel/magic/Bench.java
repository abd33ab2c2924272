package dev.tidemark.kernel.magic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How code is measured: for a while to warm up, then in rounds of equally many runs.
 *
 * @param rounds how many rounds are timed
 * @param loops how many runs a round has, or 0 for as many as fill 20 ms
 * @param warmUpMillis how long the code runs before anything is timed
 */
record Bench(int rounds, long loops, long warmUpMillis) {
    static final String USAGE = "[-r ROUNDS] [-n RUNS] [-w SECONDS] times the cell again and again, after a warm-up";

    private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final double LONGEST_WARM_UP_SECONDS = 3600;

    static Bench parse(List<String> words) {
        int rounds = 15;
        long loops = 0;
        double warmUp = 1;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "-r" -> rounds = (int) number(option, rest, 1, 1_000_000);
                case "-n" -> loops = (long) number(option, rest, 1, 1e15);
                case "-w" -> warmUp = number(option, rest, 0, LONGEST_WARM_UP_SECONDS);
                default ->
                    throw new IllegalArgumentException("%%bench: unknown option " + option + "; there are -r, -n, -w");
            }
        }
        return new Bench(rounds, loops, Math.round(warmUp * 1_000));
    }

    private static double number(String option, Iterator<String> rest, double least, double most) {
        String text = rest.hasNext() ? rest.next() : "";
        if (!text.matches("\\d{1,15}(\\.\\d{1,9})?")) {
            throw new IllegalArgumentException("%%bench: " + option + " needs a number, not '" + text + "'");
        }
        double number = Double.parseDouble(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    "%%bench: " + option + " is " + text + "; it is at least " + (long) least);
        }
        return number;
    }

    Measured measure(Callable<?> work) throws Exception {
        Sink sink = new Sink();
        long warmUps = 0;
        long start = System.nanoTime();
        long spent = 0;
        while (spent < TimeUnit.MILLISECONDS.toNanos(warmUpMillis)) {
            sink.unusedResult = work.call();
            warmUps++;
            spent = System.nanoTime() - start;
        }
        long runs = loops > 0 ? loops : fitting(work, sink);
        List<Double> nanos = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            nanos.add((double) time(work, runs, sink) / runs);
        }
        return Measured.of(nanos, runs, warmUps);
    }

    /** How many runs fill a round, found by doubling. */
    private static long fitting(Callable<?> work, Sink sink) throws Exception {
        long runs = 1;
        long nanos = time(work, runs, sink);
        while (nanos < ROUND_NANOS / 2) {
            runs *= 2;
            nanos = time(work, runs, sink);
        }
        return Math.max(1, runs * ROUND_NANOS / Math.max(1, nanos));
    }

    private static long time(Callable<?> work, long runs, Sink sink) throws Exception {
        long start = System.nanoTime();
        for (long i = 0; i < runs; i++) {
            sink.unusedResult = work.call();
        }
        return System.nanoTime() - start;
    }

    /** Keeps each result for a moment, so that the compiler cannot leave out the work. */
    private static final class Sink {
        private volatile @Nullable Object unusedResult;
    }

    /** A sorted copy of the numbers. */
    static double[] sorted(List<Double> numbers) {
        double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
