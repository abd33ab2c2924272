package dev.tidemark.flink.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Runs one thing at a time, of which each may stop in the middle to wait for another: as if each task of Flink's had a
 * thread, and only one of them ran until it waits.
 *
 * <p>Where nothing can wait, everything runs in the caller's thread.
 */
final class Turns implements AutoCloseable {
    /** What is run. */
    interface Act {
        void run() throws Exception;
    }

    private final boolean mayWait;
    private final List<Turn> all = new ArrayList<>();
    private @Nullable Turn current;

    Turns(boolean mayWait) {
        this.mayWait = mayWait;
    }

    /** Runs something until it is over, or waits. */
    void run(Act act) throws Exception {
        if (mayWait) {
            Turn turn = new Turn(act);
            all.add(turn);
            resume(turn);
        } else {
            act.run();
        }
    }

    /** What runs now. */
    Turn current() {
        return Objects.requireNonNull(current, "nothing runs that could wait");
    }

    /** Lets what waits go on, until it is over or waits again. */
    void resume(Turn turn) throws Exception {
        Turn before = current;
        current = turn;
        try {
            turn.goOn();
        } finally {
            current = before;
        }
    }

    /** Those that still wait never go on. */
    @Override
    public void close() {
        all.forEach(turn -> turn.thread.interrupt());
    }

    /** One thing that runs. */
    static final class Turn {
        private final Semaphore on = new Semaphore(0);
        private final Semaphore off = new Semaphore(0);
        private final Thread thread;
        private volatile @Nullable Throwable failure;

        Turn(Act act) {
            thread = new Thread(() -> live(act), "turn");
            thread.setDaemon(true);
            thread.start();
        }

        @SuppressWarnings("CatchingUnchecked") // told to whoever let it go on
        private void live(Act act) {
            try {
                on.acquire();
                act.run();
            } catch (Throwable e) {
                failure = e;
            } finally {
                off.release();
            }
        }

        private void goOn() throws Exception {
            on.release();
            off.acquireUninterruptibly();
            Throwable thrown = failure;
            if (thrown instanceof Exception exception) {
                throw exception;
            } else if (thrown != null) {
                throw new AssertionError(thrown);
            }
        }

        /** Stops here; called by what runs in this turn. */
        void pause() throws InterruptedException {
            off.release();
            on.acquire();
        }
    }
}
