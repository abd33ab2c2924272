package dev.tidemark.flink.bench;

import java.util.ArrayDeque;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.util.FlinkRuntimeException;
import org.apache.flink.util.function.ThrowingRunnable;

/**
 * The mailbox of a task, without a thread: mails are run when the clock is settled, or by what waits for them.
 *
 * <p>Who waits last goes on first, and whoever waits below looks again when it has gone on: in Flink's thread the one stands
 * on top of the other.
 */
final class HandMailbox implements MailboxExecutor {
    private final HandClock clock;
    private final Turns turns;
    private final ArrayDeque<ThrowingRunnable<? extends Exception>> mails = new ArrayDeque<>();
    private final ArrayDeque<Turns.Turn> waiting = new ArrayDeque<>();

    HandMailbox(HandClock clock, Turns turns) {
        this.clock = clock;
        this.turns = turns;
    }

    @Override
    public void execute(
            MailOptions options, ThrowingRunnable<? extends Exception> command, String description, Object... about) {
        mails.add(command);
        clock.schedule(clock.absoluteTimeMillis(), this::drain);
    }

    /** Runs what has come, and lets those that wait look again. */
    void drain() throws Exception {
        boolean again = false;
        while (again || !mails.isEmpty()) {
            Turns.Turn top = waiting.poll();
            if (top != null) {
                turns.resume(top);
                again = waiting.peek() != top;
            } else if (mails.isEmpty()) {
                again = false;
            } else {
                mails.remove().run();
            }
        }
    }

    @Override
    public void yield() throws InterruptedException {
        if (mails.isEmpty()) {
            Turns.Turn turn = turns.current();
            waiting.push(turn);
            turn.pause();
        }
        tryYield();
    }

    @Override
    public boolean tryYield() {
        ThrowingRunnable<? extends Exception> mail = mails.poll();
        if (mail == null) {
            return false;
        }
        try {
            mail.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new FlinkRuntimeException(e);
        }
        return true;
    }

    @Override
    public boolean shouldInterrupt() {
        return false;
    }
}
