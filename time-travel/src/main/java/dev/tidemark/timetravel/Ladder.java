package dev.tidemark.timetravel;

import dev.tidemark.engine.checkpoint.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The keyframes of a branch: from the nearest one before a step, that step is reached by re-execution.
 *
 * <p>The larger the state, the farther apart they are taken; when there are too many or they hold too much, every second
 * one of the older goes. That costs seek time, never correctness.
 */
final class Ladder {
    /** A snapshot and how many commands had been given when it was taken. */
    record Keyframe(Snapshot snapshot, int given) {}

    private static final int CLOSEST = 256;
    private static final int BYTES_PER_STEP = 16;
    private static final int MOST = 512;
    private static final int NEWEST = 64;
    private static final long MOST_BYTES = 256L << 20;

    private final TreeMap<Long, Keyframe> keyframes = new TreeMap<>();
    private long bytes;

    /** Whether the step is far enough from the last keyframe. */
    boolean wants(long step) {
        Map.Entry<Long, Keyframe> last = keyframes.lastEntry();
        return last == null
                || step - last.getKey()
                        >= Math.max(CLOSEST, last.getValue().snapshot().size() / BYTES_PER_STEP);
    }

    void add(Snapshot snapshot, int given) {
        keyframes.put(snapshot.step(), new Keyframe(snapshot, given));
        bytes += snapshot.size();
        if (keyframes.size() > MOST || bytes > MOST_BYTES) {
            thin();
        }
    }

    private void thin() {
        List<Long> older = new ArrayList<>(keyframes.keySet());
        for (int i = 1; i < older.size() - NEWEST; i += 2) {
            Keyframe gone = keyframes.remove(older.get(i));
            bytes -= gone == null ? 0 : gone.snapshot().size();
        }
    }

    /** The last keyframe at or before {@code step}; there is always that of step 0. */
    Keyframe before(long step) {
        return keyframes.floorEntry(step).getValue();
    }

    /** The structural digest that a keyframe at exactly this step has, or null. */
    @org.jspecify.annotations.Nullable
    Long digestAt(long step) {
        Keyframe keyframe = keyframes.get(step);
        return keyframe == null ? null : keyframe.snapshot().digest();
    }

    /** The keyframes up to {@code step}; snapshots are shared. */
    Ladder until(long step) {
        Ladder copy = new Ladder();
        keyframes.headMap(step, true).values().forEach(each -> copy.add(each.snapshot(), each.given()));
        return copy;
    }

    int size() {
        return keyframes.size();
    }

    long bytes() {
        return bytes;
    }
}
