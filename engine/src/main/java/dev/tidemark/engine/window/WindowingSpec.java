package dev.tidemark.engine.window;

import dev.tidemark.engine.operator.OperatorSpec;

/** An operator that gathers elements in windows, of one stream or of two. */
public interface WindowingSpec extends OperatorSpec {
    /** Says in which windows an element belongs. */
    WindowAssigner<Object, Window> assigner();

    /** Whether the trigger is the assigner's own. */
    boolean defaultTrigger();

    /** Says when a window is late. */
    Lateness lateness();

    /** The same windows with another allowed lateness, in milliseconds. */
    WindowingSpec withAllowedLateness(long millis);

    @Override
    default boolean windowed() {
        return true;
    }
}
