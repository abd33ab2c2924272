package dev.tidemark.engine.view;

import java.util.List;

/**
 * Subtasks that fail and start again together, because channels connect them.
 *
 * @param region its number, from 0
 * @param subtasks as in {@code sum#0}
 * @param restartMillis when they start again; {@link Long#MAX_VALUE} when they run
 */
public record RegionRow(int region, List<String> subtasks, long restartMillis) {
    public RegionRow {
        subtasks = List.copyOf(subtasks);
    }

    /** Whether they run. */
    public boolean running() {
        return restartMillis == Long.MAX_VALUE;
    }
}
