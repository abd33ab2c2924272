package dev.tidemark.engine.window;

/** The one window that holds everything and never ends. */
public enum GlobalWindow implements Window {
    GLOBAL;

    @Override
    public long maxTimestamp() {
        return Long.MAX_VALUE;
    }

    @Override
    public String toString() {
        return "global";
    }
}
