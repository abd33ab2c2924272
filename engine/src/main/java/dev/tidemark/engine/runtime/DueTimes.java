package dev.tidemark.engine.runtime;

import java.util.List;

/**
 * When processing time is wanted next: for a timer, a probe of watermarks or a comparison of sources.
 *
 * <p>A task's timers and probes change only when it does something, so only the task that did is asked again.
 * Comparisons depend on the other sources of a group, and are always asked for.
 */
final class DueTimes {
    private long[] due = {};
    private Task[] comparing = {};

    /** The first time of all, given the only task that has done something since the last call. */
    long next(List<Task> tasks, int active) {
        if (due.length == 0) {
            due = tasks.stream().mapToLong(DueTimes::of).toArray();
            comparing = tasks.stream().filter(DueTimes::comparesSources).toArray(Task[]::new);
        } else if (active < due.length) { // else it was one of before a restart with fewer
            due[active] = of(tasks.get(active));
        }
        assert isRight(tasks) : "a task wants something of processing time that was not noticed";
        long next = Long.MAX_VALUE;
        for (long each : due) {
            next = Math.min(next, each);
        }
        for (Task task : comparing) {
            next = Math.min(next, task.nextComparison());
        }
        return next;
    }

    /** Asks every task the next time. */
    void forget() {
        due = new long[0];
    }

    private boolean isRight(List<Task> tasks) {
        for (int i = 0; i < due.length; i++) {
            if (due[i] != of(tasks.get(i))) {
                return false;
            }
        }
        return due.length == tasks.size();
    }

    private static boolean comparesSources(Task task) {
        SourceReader reader = task.reader();
        return reader != null && reader.inGroup();
    }

    private static long of(Task task) {
        return Math.min(task.nextProbe(), task.nextProcessingTime());
    }
}
