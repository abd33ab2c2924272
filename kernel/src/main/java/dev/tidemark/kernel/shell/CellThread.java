package dev.tidemark.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that runs the user's code, and all that may touch the user's objects: renderers, hooks, widgets.
 *
 * <p>A task that does not end within {@value #FORCE_MILLIS} ms of its interrupt, because it loops in code without checks such as
 * the JDK's own, is ended by force where the JVM can still do that (before Java 20). One that does not end within {@value
 * #PATIENCE_MILLIS} ms is left behind with its thread, and a fresh thread takes its place.
 */
final class CellThread implements AutoCloseable {
    static final long PATIENCE_MILLIS = 2_000;
    private static final long FORCE_MILLIS = 1_000;
    private static final long NUDGE_MILLIS = 50;

    private final ClassLoader loader;
    private final Object lock = new Object();
    private ExecutorService executor;
    private @Nullable Thread thread;
    private @Nullable Task<?> running;
    private boolean interrupted;
    private final List<Thread> leftBehind = new ArrayList<>();

    CellThread(ClassLoader loader) {
        this.loader = loader;
        this.executor = newExecutor();
    }

    /** Forgets an interrupt that came before, so that the next task may start. */
    void begin() {
        synchronized (lock) {
            interrupted = false;
        }
    }

    boolean interrupted() {
        synchronized (lock) {
            return interrupted;
        }
    }

    boolean isCurrent() {
        synchronized (lock) {
            return Thread.currentThread() == thread;
        }
    }

    /** Stops the running task, or the next one that would start before {@link #begin()}. */
    void interrupt() {
        synchronized (lock) {
            interrupted = true;
            if (running != null) {
                running.stopAt(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS));
            }
            lock.notifyAll();
        }
    }

    /** The threads that were left behind and have not ended since. */
    List<Thread> leftBehind() {
        synchronized (lock) {
            leftBehind.removeIf(one -> !one.isAlive());
            return List.copyOf(leftBehind);
        }
    }

    /**
     * Runs a task and waits for it; a call from the cell thread itself runs in place.
     *
     * @throws CellInterrupted if an interrupt came before the task started
     * @throws CellStuck if the task ignored its interrupt
     * @throws Exception what the task threw
     */
    <T extends @Nullable Object> T call(Callable<T> callable) throws Exception {
        if (isCurrent()) {
            return callable.call();
        }
        Task<T> task = new Task<>(callable);
        synchronized (lock) {
            if (interrupted) {
                throw new CellInterrupted();
            }
            running = task;
            executor.execute(task);
        }
        return await(task);
    }

    private <T extends @Nullable Object> T await(Task<T> task) throws Exception {
        synchronized (lock) {
            while (!task.done) {
                long left = task.deadlineNanos - System.nanoTime();
                if (task.stopping && left <= 0) {
                    throw abandon();
                }
                if (task.stopping && thread != null) {
                    thread.interrupt();
                    task.forceAfter(left, thread);
                }
                try {
                    lock.wait(task.stopping ? NUDGE_MILLIS : 0);
                } catch (InterruptedException waiterInterrupted) {
                    interrupt();
                }
            }
            running = null;
            return task.result();
        }
    }

    private CellStuck abandon() {
        StackTraceElement[] where = new StackTraceElement[0];
        if (thread != null) {
            where = thread.getStackTrace();
            thread.setName("cell, left behind");
            leftBehind.add(thread);
        }
        executor.shutdown();
        executor = newExecutor();
        running = null;
        thread = null;
        return new CellStuck(where);
    }

    @SuppressWarnings({"deprecation", "removal"}) // the one way to end a loop that has no checks
    private static void force(Thread stuck) {
        try {
            stuck.stop();
        } catch (UnsupportedOperationException | NoSuchMethodError gone) {
            // from Java 20 on a thread cannot be stopped from outside: it will be left behind
        }
    }

    private ExecutorService newExecutor() {
        return Executors.newSingleThreadExecutor(work -> {
            Thread created = new Thread(work, "cell");
            created.setDaemon(true);
            created.setContextClassLoader(loader);
            return created;
        });
    }

    @Override
    public void close() {
        synchronized (lock) {
            executor.shutdownNow();
        }
    }

    private final class Task<T extends @Nullable Object> implements Runnable {
        private final Callable<T> callable;
        private @Nullable Thread runner;
        private @Nullable T value;
        private @Nullable Throwable thrown;
        private boolean done;
        private boolean stopping;
        private boolean forced;
        private long deadlineNanos;

        Task(Callable<T> callable) {
            this.callable = callable;
        }

        void stopAt(long nanos) {
            if (!stopping) {
                stopping = true;
                deadlineNanos = nanos;
            }
            // a task that is done has cleared its thread's flag, which the next task must find clear
            if (runner != null && !done) {
                Interrupts.request(runner);
            }
        }

        void forceAfter(long nanosLeft, Thread stuck) {
            if (!forced && nanosLeft < TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS - FORCE_MILLIS)) {
                forced = true;
                force(stuck);
            }
        }

        @Override
        public void run() {
            Thread self = Thread.currentThread();
            synchronized (lock) {
                thread = running == this ? self : thread;
                runner = self;
                if (stopping) {
                    Interrupts.request(self);
                }
            }
            T result = null;
            Throwable failure = null;
            try {
                result = callable.call();
            } catch (Throwable any) {
                failure = any;
            }
            synchronized (lock) {
                value = result;
                thrown = failure;
                done = true;
                Interrupts.clear(self);
                Thread.interrupted();
                lock.notifyAll();
            }
        }

        @SuppressWarnings("NullAway") // T may itself be nullable
        T result() throws Exception {
            if (thrown instanceof Exception exception) {
                throw exception;
            }
            if (thrown instanceof Error error) {
                throw error;
            }
            return value;
        }
    }
}
