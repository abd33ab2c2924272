package dev.tidemark.kernel.shell;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that runs the user's code, and all that may touch the user's objects: renderers, hooks, widgets.
 *
 * <p>A task that does not end {@value #PATIENCE_MILLIS} ms after its interrupt is left behind with its thread, and a fresh
 * thread takes its place.
 */
final class CellThread implements AutoCloseable {
    static final long PATIENCE_MILLIS = 2_000;
    private static final long NUDGE_MILLIS = 50;

    private final ClassLoader loader;
    private final Object lock = new Object();
    private ExecutorService executor;
    private @Nullable Thread thread;
    private @Nullable Task<?> running;
    private boolean interrupted;

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

    /** The stack of the running task, for messages about where it is; empty when nothing runs. */
    StackTraceElement[] stack() {
        Thread current;
        synchronized (lock) {
            current = running == null ? null : thread;
        }
        return current == null ? new StackTraceElement[0] : current.getStackTrace();
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
        StackTraceElement[] where = thread == null ? new StackTraceElement[0] : thread.getStackTrace();
        executor.shutdown();
        executor = newExecutor();
        running = null;
        thread = null;
        return new CellStuck(where);
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
