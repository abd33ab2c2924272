package dev.tidemark.propertytests.run;

import dev.tidemark.engine.Schedule;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.propertytests.CrashPlan;

/**
 * Under which a pipeline runs a script.
 *
 * @param schedule how the next thing is picked
 * @param crashes what goes wrong
 * @param parallelism subtasks of each operator that names no other number
 * @param keepWatermarks whether checkpoints hold watermarks, which Flink's do not
 */
public record Circumstances(Schedule schedule, CrashPlan crashes, int parallelism, boolean keepWatermarks) {
    private static final long MOST_STEPS = 200_000;

    /** Everything in turn, no crash, one subtask, checkpoints as Flink takes them. */
    public static final Circumstances CALM = new Circumstances(Schedule.roundRobin(), CrashPlan.none(), 1, false);

    public Circumstances schedule(Schedule other) {
        return new Circumstances(other, crashes, parallelism, keepWatermarks);
    }

    public Circumstances crashes(CrashPlan other) {
        return new Circumstances(schedule, other, parallelism, keepWatermarks);
    }

    public Circumstances parallelism(int subtasks) {
        return new Circumstances(schedule, crashes, subtasks, keepWatermarks);
    }

    public Circumstances keepWatermarks(boolean wanted) {
        return new Circumstances(schedule, crashes, parallelism, wanted);
    }

    SimulationOptions options() {
        return SimulationOptions.DEFAULT
                .parallelism(parallelism)
                .schedule(schedule)
                .keepWatermarks(keepWatermarks)
                .maxSteps(MOST_STEPS);
    }

    /** The schedule in words. */
    public String scheduleText() {
        String elements = schedule.quantum() == 1 ? ", one element at a time" : "";
        return schedule + (schedule.policy() == Schedule.Policy.SCRIPTED ? "" : elements);
    }
}
