package dev.tidemark.engine.window;

/** A finite group of elements that are processed together. */
public sealed interface Window permits TimeWindow, GlobalWindow {
    /** The largest timestamp that still belongs to the window, in milliseconds. */
    long maxTimestamp();
}
