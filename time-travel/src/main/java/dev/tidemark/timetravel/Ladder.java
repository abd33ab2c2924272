package dev.tidemark.timetravel;

import dev.tidemark.engine.checkpoint.Snapshot;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The keyframes of a branch: from the nearest one before a step, that step is reached by re-execution.
 *
 * <p>The larger the state, the farther apart they are taken. When there are too many, or they hold too much, those go that
 * are missed least: close together and long ago. That costs seek time, never correctness; the first and the last stay.
 */
final class Ladder {
    private static final int CLOSEST = 256;
    private static final int BYTES_PER_STEP = 16;
    private static final int MOST = 512;
    private static final long MOST_BYTES = 256L << 20;

    private final TreeMap<Long, Snapshot> keyframes = new TreeMap<>();
    private final int most;
    private final long mostBytes;
    private long bytes;

    Ladder() {
        this(MOST, MOST_BYTES);
    }

    /** A ladder of at most {@code most} keyframes that hold at most {@code mostBytes} together. */
    Ladder(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** Whether the step is far enough from the last keyframe. */
    boolean wants(long step) {
        Snapshot last = keyframes.lastEntry().getValue();
        return step - last.step() >= Math.max(CLOSEST, last.size() / BYTES_PER_STEP);
    }

    void add(Snapshot snapshot) {
        Snapshot before = keyframes.put(snapshot.step(), snapshot);
        bytes += snapshot.size() - (before == null ? 0 : before.size());
        while ((keyframes.size() > most || bytes > mostBytes) && keyframes.size() > 2) {
            drop(leastMissed(snapshot.step()));
        }
    }

    private void drop(long step) {
        Snapshot gone = keyframes.remove(step);
        bytes -= gone == null ? 0 : gone.size();
    }

    /** The keyframe that leaves the smallest gap for its age. */
    private long leastMissed(long now) {
        long found = -1;
        double smallest = Double.POSITIVE_INFINITY;
        long before = -1;
        long step = -1;
        for (long next : keyframes.keySet()) {
            if (before >= 0) {
                double gap = (next - before) / (double) (now - step + CLOSEST * (long) most / 4);
                if (gap < smallest) {
                    smallest = gap;
                    found = step;
                }
            }
            before = step;
            step = next;
        }
        return found;
    }

    /** The last keyframe at or before {@code step}; there is always that of step 0. */
    Snapshot before(long step) {
        return keyframes.floorEntry(step).getValue();
    }

    /** The keyframe of exactly this step, or null. */
    @Nullable
    Snapshot at(long step) {
        return keyframes.get(step);
    }

    /** The step, up to {@code most}, of the last keyframe that both hold: before it both have one past; else 0. */
    @SuppressWarnings("ReferenceEquality") // equal ones may have other pasts; one and the same has one
    long lastShared(Ladder other, long most) {
        for (Map.Entry<Long, Snapshot> each :
                keyframes.headMap(most, true).descendingMap().entrySet()) {
            if (other.at(each.getKey()) == each.getValue()) {
                return each.getKey();
            }
        }
        return 0;
    }

    /** The keyframes up to {@code step}; snapshots are shared. */
    Ladder until(long step) {
        Ladder copy = new Ladder(most, mostBytes);
        for (Map.Entry<Long, Snapshot> each : keyframes.headMap(step, true).entrySet()) {
            copy.keyframes.put(each.getKey(), each.getValue());
            copy.bytes += each.getValue().size();
        }
        return copy;
    }

    void clear() {
        keyframes.clear();
        bytes = 0;
    }

    int size() {
        return keyframes.size();
    }

    long bytes() {
        return bytes;
    }
}
