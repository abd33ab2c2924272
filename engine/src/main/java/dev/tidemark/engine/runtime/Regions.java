package dev.tidemark.engine.runtime;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which tasks fail and start again together: those that channels connect.
 *
 * <p>Regions count from 0, in the order of their first tasks. Source: Flink's {@code RestartPipelinedRegionFailoverStrategy}, where every
 * exchange of a stream is pipelined.
 */
final class Regions {
    private final int[] ofTask;
    private final int count;

    Regions(List<Task> tasks) {
        int[] first = new int[tasks.size()];
        Arrays.setAll(first, i -> i);
        Map<String, Integer> senders = new LinkedHashMap<>();
        for (Task task : tasks) {
            task.chain().forEach(each -> senders.put(each.name() + "#" + each.subtask(), task.index()));
        }
        for (Task task : tasks) {
            for (Channel input : task.inputs()) {
                join(first, task.index(), Objects.requireNonNull(senders.get(input.from())));
            }
        }
        ofTask = new int[first.length];
        int regions = 0;
        for (int i = 0; i < first.length; i++) {
            ofTask[i] = first[i] == i ? regions++ : ofTask[first[i]];
        }
        count = regions;
    }

    /** Makes one of two groups, each known by its first task. */
    private static void join(int[] first, int one, int other) {
        int kept = Math.min(first[one], first[other]);
        int gone = Math.max(first[one], first[other]);
        for (int i = 0; i < first.length; i++) {
            first[i] = first[i] == gone ? kept : first[i];
        }
    }

    int count() {
        return count;
    }

    int of(Task task) {
        return ofTask[task.index()];
    }

    /** By task, whether it is in one of these regions. */
    boolean[] tasksIn(boolean[] regions) {
        boolean[] which = new boolean[ofTask.length];
        for (int i = 0; i < which.length; i++) {
            which[i] = regions[ofTask[i]];
        }
        return which;
    }
}
