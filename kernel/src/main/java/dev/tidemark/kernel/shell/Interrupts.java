package dev.tidemark.kernel.shell;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * The flag that woven snippet code looks at in every loop and method: is this thread's cell interrupted?
 *
 * <p>Static, because class files can reach nothing else. While no interrupt is pending a check reads one field. An
 * interrupt stops the thread of its cell and the workers of the common pool; threads that the user started go on.
 */
public final class Interrupts {
    private static final Set<Thread> STOPPING = ConcurrentHashMap.newKeySet();
    private static volatile boolean pending;

    private Interrupts() {}

    /**
     * Called by woven code.
     *
     * @throws CellInterrupted if the calling thread has to stop
     */
    public static void check() {
        if (pending) {
            stopIfMine();
        }
    }

    static synchronized void request(Thread cellThread) {
        STOPPING.add(cellThread);
        pending = true;
    }

    static synchronized void clear(Thread cellThread) {
        STOPPING.remove(cellThread);
        pending = !STOPPING.isEmpty();
    }

    private static void stopIfMine() {
        Thread current = Thread.currentThread();
        if (STOPPING.contains(current) || current instanceof ForkJoinWorkerThread) {
            throw new CellInterrupted();
        }
    }
}
