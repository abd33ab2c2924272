package dev.tidemark.benchmarks.nexmark;

/** Prices from 1 to 1,000,000 dollars, in cents, as likely between 1 and 10 as between 100,000 and 1,000,000. */
final class Prices {
    private static final int STEPS = 4096;
    private static final int PARTS = 1 << 20;
    private static final double[] QUANTILES = quantiles();

    private Prices() {}

    private static double[] quantiles() {
        double[] quantiles = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            quantiles[i] = 100 * Math.pow(10, 6.0 * i / STEPS);
        }
        return quantiles;
    }

    /** A price: between two of 4,096 quantiles it is uniform. */
    static long price(long bits) {
        int step = (int) (bits >>> 52);
        double part = (double) (bits >>> 32 & (PARTS - 1)) / PARTS;
        return Math.round(QUANTILES[step] + part * (QUANTILES[step + 1] - QUANTILES[step]));
    }
}
