package dev.tidemark.kernel.session;

import dev.tidemark.kernel.spi.Muting;
import java.util.concurrent.atomic.AtomicBoolean;

/** Decides for each thread whether its output is dropped. */
final class Gate {
    private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

    boolean closedHere() {
        return depth.get() > 0;
    }

    Muting mute() {
        // what was printed before this point may still sit in the print streams
        System.out.flush();
        System.err.flush();
        depth.set(depth.get() + 1);
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.getAndSet(false)) {
                System.out.flush();
                System.err.flush();
                depth.set(depth.get() - 1);
            }
        };
    }
}
