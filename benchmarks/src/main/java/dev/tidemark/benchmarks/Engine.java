package dev.tidemark.benchmarks;

/** Who does the work. */
public enum Engine {
    /** A loop over collections of the JDK, written by hand: the results to expect, and a ceiling. */
    PLAIN("plain loop"),
    TIDEMARK("Tidemark"),
    FLINK("Flink");

    private final String title;

    Engine(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
