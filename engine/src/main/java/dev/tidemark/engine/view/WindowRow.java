package dev.tidemark.engine.view;

import dev.tidemark.engine.window.Window;
import org.jspecify.annotations.Nullable;

/**
 * One open window of one key.
 *
 * @param value what it would emit if it fired now: a result, or a list of raw elements
 * @param firesAt the next time at which its trigger's timer fires, null when there is none
 * @param cleanedAt when its state goes, {@link Long#MAX_VALUE} for never; milliseconds
 * @param watermark the operator's watermark now
 */
public record WindowRow(
        String operator,
        int subtask,
        Object key,
        Window window,
        Object value,
        @Nullable Long firesAt,
        long cleanedAt,
        long watermark) {}
