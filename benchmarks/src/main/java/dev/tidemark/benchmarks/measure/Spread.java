package dev.tidemark.benchmarks.measure;

import java.util.List;

/** The least, the middle and the greatest of some figures. */
record Spread(double min, double median, double max) {
    /** That of {@code figures}; of an even number of them, the mean of the two in the middle is the median. */
    static Spread of(List<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("no figures have no median; measure at least one pair");
        }
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(sorted.get(0), median, sorted.get(sorted.size() - 1));
    }
}
