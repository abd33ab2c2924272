package dev.tidemark.engine.runtime;

import dev.tidemark.engine.checkpoint.Checkpoint;
import dev.tidemark.engine.fault.NoRestart;
import dev.tidemark.engine.fault.RestartBackoff;
import dev.tidemark.engine.fault.RestartStrategy;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import dev.tidemark.engine.time.SimulatedClock;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.transcript.Effect;
import dev.tidemark.engine.transcript.Happening;
import dev.tidemark.engine.view.RegionRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the job does about failures: which regions wait for their restart, and until when.
 *
 * <p>Source: Flink's {@code ExecutionFailureHandler} and {@code DefaultScheduler}. A failure at the very millisecond of a restart
 * counts as one after it: time stands still here where Flink's goes on.
 */
final class Failover {
    private static final long NEVER = Long.MAX_VALUE;
    private static final long CHANCE = 0x7E57A87L;

    private final SimulatedClock clock;
    private final Recorder recorder;
    private final Coordinator coordinator;
    private final Deployment deployment;
    private final RestartStrategy strategy;
    private RestartBackoff backoff;
    private long failures;
    private long[] restartAt = {};

    Failover(SimulatedClock clock, Recorder recorder, Coordinator coordinator, Deployment deployment) {
        this.clock = clock;
        this.recorder = recorder;
        this.coordinator = coordinator;
        this.deployment = deployment;
        this.strategy = deployment.options().faults().restart();
        this.backoff = strategy.begin();
    }

    /** Whether there is a strategy that may start the job again. */
    boolean restarts() {
        return !(strategy instanceof NoRestart);
    }

    /** When the next region starts again; {@link Long#MAX_VALUE} when all run. */
    long next() {
        long next = NEVER;
        for (long each : restartAt) {
            next = Math.min(next, each);
        }
        return next;
    }

    boolean isDue(long now) {
        return restartAt.length > 0 && next() <= now;
    }

    // ---- failures

    /** A task has failed: its region stops. Whether the job goes on. */
    boolean failed(Task task) {
        boolean[] hit = new boolean[deployment.regions().count()];
        hit[deployment.regions().of(task)] = true;
        return failed(hit);
    }

    /** The job as a whole has failed. Whether it goes on. */
    boolean failed() {
        boolean[] all = new boolean[deployment.regions().count()];
        Arrays.fill(all, true);
        return failed(all);
    }

    private boolean failed(boolean[] hit) {
        if (!restarts()) {
            coordinator.stop();
            return false;
        }
        long now = clock.now();
        long seed = deployment.options().schedule().seed();
        backoff.failed(now, Randomness.at(Randomness.at(seed, CHANCE), failures));
        failures++;
        if (!backoff.allows(now)) {
            coordinator.stop();
            Arrays.fill(restartAt, NEVER);
            tell(new Effect.RestartRefused("", strategy.text()));
            return false;
        }
        stopUntil(hit, now + backoff.delayMillis(now), "a subtask has failed");
        return true;
    }

    /** The coordinator has failed: what is under way is lost, and all start again under another, to which failures are new. */
    void coordinatorFailed() {
        boolean[] all = new boolean[deployment.regions().count()];
        Arrays.fill(all, true);
        backoff = strategy.begin();
        stopUntil(all, clock.now(), "the coordinator failed");
    }

    private void stopUntil(boolean[] hit, long at, String why) {
        boolean[] which = deployment.regions().tasksIn(hit);
        deployment.stop(which);
        long given = coordinator.interrupted(which);
        if (given > 0) {
            tell(new Effect.CheckpointAborted("", given, why));
        }
        if (restartAt.length != hit.length) {
            restartAt = new long[hit.length];
            Arrays.fill(restartAt, NEVER);
        }
        for (int i = 0; i < hit.length; i++) {
            restartAt[i] = hit[i] ? at : restartAt[i];
        }
        recorder.mix(at, hit.length);
        tell(new Effect.RestartPlanned("", names(which), at));
    }

    private void tell(Effect effect) {
        if (recorder.detailed()) {
            recorder.add(effect);
        }
    }

    // ---- restarts

    /** The regions that are due start again from the last checkpoint that is complete. */
    Happening restart() {
        boolean[] due = new boolean[restartAt.length];
        for (int i = 0; i < due.length; i++) {
            due[i] = restartAt[i] <= clock.now();
        }
        boolean[] which = deployment.regions().tasksIn(due);
        Checkpoint latest = coordinator.latest();
        deployment.restart(which, latest, coordinator.takenSinceStart());
        for (int i = 0; i < due.length; i++) {
            restartAt[i] = due[i] ? NEVER : restartAt[i];
        }
        List<String> names = names(which);
        if (names.isEmpty()) {
            coordinator.startedFrom(latest);
        } else if (next() == NEVER) {
            coordinator.goesOn();
        }
        long number = latest == null ? 0 : latest.id();
        recorder.mix(number, which.length);
        return new Happening.Restarted(names, number);
    }

    /** The subtasks in these tasks; nothing for all there are. */
    private List<String> names(boolean[] which) {
        List<String> names = new ArrayList<>();
        boolean whole = true;
        for (Task task : deployment.tasks()) {
            whole &= which[task.index()];
            if (which[task.index()]) {
                task.chain().forEach(each -> names.add(each.name() + "#" + each.subtask()));
            }
        }
        return whole ? List.of() : names;
    }

    /** The job was started by hand: nothing waits, and what failed before counts no more. */
    void forget() {
        backoff = strategy.begin();
        restartAt = new long[0];
    }

    /** Refuses a checkpoint, which needs every task to run. */
    void requireAllRunning() {
        if (next() < NEVER) {
            throw new IllegalStateException("no checkpoint can be taken while subtasks wait for their restart, at "
                    + Times.text(next()) + "; move the clock there first");
        }
    }

    /** Every region, in order. */
    List<RegionRow> rows() {
        List<RegionRow> rows = new ArrayList<>();
        for (int i = 0; i < deployment.regions().count(); i++) {
            List<String> subtasks = new ArrayList<>();
            for (Task task : deployment.tasks()) {
                if (deployment.regions().of(task) == i) {
                    task.chain().forEach(each -> subtasks.add(each.name() + "#" + each.subtask()));
                }
            }
            rows.add(new RegionRow(i, subtasks, i < restartAt.length ? restartAt[i] : NEVER));
        }
        return rows;
    }

    // ---- snapshot

    void snapshot(ByteSink out) {
        out.writeLong(failures);
        backoff.snapshot(out);
        out.writeLength(restartAt.length);
        Arrays.stream(restartAt).forEach(out::writeLong);
    }

    void restore(ByteSource in) {
        failures = in.readLong();
        backoff = strategy.begin();
        backoff.restore(in);
        restartAt = new long[in.readLength()];
        Arrays.setAll(restartAt, i -> in.readLong());
    }
}
