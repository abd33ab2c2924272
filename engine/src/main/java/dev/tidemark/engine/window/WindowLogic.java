package dev.tidemark.engine.window;

import dev.tidemark.engine.function.ProcessWindowFunction;
import dev.tidemark.engine.trigger.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * What a window operator is made of.
 *
 * @param assigner says in which windows an element belongs
 * @param trigger says when a window fires
 * @param lateness says when a window is late
 * @param contents says how elements are kept
 * @param function turns contents into results; null when the contents are the result
 * @param lateTag the side output of late elements; null when they are counted and dropped
 */
public record WindowLogic(
        WindowAssigner<Object, Window> assigner,
        Trigger<Object, Window> trigger,
        Lateness lateness,
        Contents<Object> contents,
        @Nullable ProcessWindowFunction<Object, Object, Object, Window> function,
        @Nullable String lateTag) {
    /** The side output on which every result also appears as a {@link Pane}. */
    public static final String PANES = "panes";
}
