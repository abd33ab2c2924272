package dev.tidemark.engine.sink;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** A fault at one point of all that calls go past: in front of each there is one, and behind it another. */
record Fault(String id) implements Watch {
    private static final Map<String, int[]> POINTS = new ConcurrentHashMap<>();

    /** The fault is at this point, the first being 0; beyond the last there is none. */
    static Fault at(String id, int point) {
        POINTS.put(id, new int[] {point});
        return new Fault(id);
    }

    /** Whether a call got as far as the fault. */
    boolean happened() {
        return left()[0] < 0;
    }

    private int[] left() {
        int[] left = POINTS.get(id);
        if (left == null) {
            throw new IllegalStateException("no fault " + id + " was planned");
        }
        return left;
    }

    @Override
    public <R> R around(String name, Callable<R> call) throws Exception {
        pass();
        R result = call.call();
        pass();
        return result;
    }

    private void pass() throws IOException {
        if (left()[0]-- == 0) {
            throw new IOException("the plug was pulled");
        }
    }
}
