package dev.tidemark.engine.runtime;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import java.util.Arrays;

/** When each task of a job was started, and which wait for their restart. */
final class Starts {
    private final long first;
    private final long[] later;
    private final boolean[] waiting;
    private final int number;

    /**
     * @param later by task, and empty for none that was started later than the first
     * @param number how often some of the tasks alone were started since all were
     */
    private Starts(long first, long[] later, boolean[] waiting, int number) {
        this.number = number;
        this.first = first;
        this.later = later;
        this.waiting = waiting;
    }

    /** All at once. */
    static Starts at(long millis) {
        return new Starts(millis, new long[0], new boolean[0], 0);
    }

    /** When a task was started last. */
    long of(int task) {
        return task < later.length ? later[task] : first;
    }

    /** The number of the last start of some tasks alone; 0 when all were started together. */
    int number() {
        return number;
    }

    /** Whether a task runs. */
    boolean runs(int task) {
        return task >= waiting.length || !waiting[task];
    }

    /** The same, with these tasks stopped. */
    Starts stopped(boolean[] which) {
        boolean[] now = new boolean[which.length];
        for (int i = 0; i < which.length; i++) {
            now[i] = which[i] || !runs(i);
        }
        return new Starts(first, later, now, number);
    }

    /** The same, with these tasks started. */
    Starts started(boolean[] which, long millis) {
        long[] at = new long[which.length];
        boolean[] now = new boolean[which.length];
        for (int i = 0; i < which.length; i++) {
            at[i] = which[i] ? millis : of(i);
            now[i] = !which[i] && !runs(i);
        }
        return new Starts(first, at, now, number + 1);
    }

    /** The next start, of these tasks alone. */
    Starts only(boolean[] which, long millis) {
        boolean[] others = new boolean[which.length];
        for (int i = 0; i < which.length; i++) {
            others[i] = !which[i];
        }
        return new Starts(millis, new long[0], others, number + 1);
    }

    void write(ByteSink out) {
        out.writeLong(first);
        out.writeLength(later.length);
        Arrays.stream(later).forEach(out::writeLong);
        out.writeLength(waiting.length);
        for (boolean each : waiting) {
            out.writeBoolean(each);
        }
        out.writeVarInt(number);
    }

    static Starts read(ByteSource in) {
        long first = in.readLong();
        long[] later = new long[in.readLength()];
        Arrays.setAll(later, i -> in.readLong());
        boolean[] waiting = new boolean[in.readLength()];
        for (int i = 0; i < waiting.length; i++) {
            waiting[i] = in.readBoolean();
        }
        return new Starts(first, later, waiting, in.readVarInt());
    }
}
