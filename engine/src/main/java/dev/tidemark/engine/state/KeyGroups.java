package dev.tidemark.engine.state;

/**
 * Which key belongs to which group, and which group to which subtask; groups are what moves when the parallelism
 * changes. Source: Flink's {@code KeyGroupRangeAssignment} and {@code MathUtils.murmurHash}.
 */
public final class KeyGroups {
    private static final int FEWEST = 128;
    private static final int MOST = 32_768;

    private KeyGroups() {}

    /** The number of groups when nobody says one: half as many again as subtasks, as a power of two in {@code [128, 32768]}. */
    public static int defaultMaxParallelism(int parallelism) {
        int wanted = parallelism + parallelism / 2;
        int power = Integer.highestOneBit(wanted);
        return Math.min(Math.max(power < wanted ? 2 * power : power, FEWEST), MOST);
    }

    /** The group of {@code key}, in {@code [0, maxParallelism)}. */
    public static int groupOf(Object key, int maxParallelism) {
        int hash = murmur(key.hashCode());
        boolean powerOfTwo = (maxParallelism & (maxParallelism - 1)) == 0;
        return powerOfTwo ? hash & (maxParallelism - 1) : hash % maxParallelism; // a division is the dearer
    }

    /** The subtask that owns {@code group}, in {@code [0, parallelism)}. */
    public static int subtaskOf(int group, int maxParallelism, int parallelism) {
        return group * parallelism / maxParallelism;
    }

    /** The first group that {@code subtask} owns. */
    public static int firstGroup(int subtask, int maxParallelism, int parallelism) {
        return (subtask * maxParallelism + parallelism - 1) / parallelism;
    }

    /** The last group that {@code subtask} owns. */
    public static int lastGroup(int subtask, int maxParallelism, int parallelism) {
        return ((subtask + 1) * maxParallelism - 1) / parallelism;
    }

    private static int murmur(int code) {
        int hash = code * 0xcc9e2d51;
        hash = Integer.rotateLeft(hash, 15) * 0x1b873593;
        hash = Integer.rotateLeft(hash, 13) * 5 + 0xe6546b64;
        hash ^= 4;
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        hash *= 0xc2b2ae35;
        hash ^= hash >>> 16;
        if (hash >= 0) {
            return hash;
        }
        return hash == Integer.MIN_VALUE ? 0 : -hash;
    }
}
