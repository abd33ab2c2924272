package dev.tidemark.kernel.spi;

/** A span in which one thread's prints and displays are dropped. */
public interface Muting extends AutoCloseable {
    /** Ends the span; closing twice does nothing. */
    @Override
    void close();
}
