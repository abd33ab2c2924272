package dev.tidemark.propertytests.shrink;

import dev.tidemark.engine.Schedule;
import dev.tidemark.propertytests.CrashPlan;
import dev.tidemark.propertytests.law.Attempt;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How large an attempt is to a reader: the lines of its script, what goes wrong, the schedule, then the rest.
 *
 * @param parts the weightiest first, always as many
 */
public record AttemptSize(List<Long> parts) implements Comparable<AttemptSize> {
    private static final int FAR = 1_000_000;

    public static AttemptSize of(Attempt<?> attempt) {
        long[] script = ScriptSize.of(attempt.script()).parts();
        CrashPlan crashes = attempt.circumstances().crashes();
        long[] own = {
            script[0],
            crashes.crashes().size(),
            crashes.checkpoints().size(),
            scheduleSize(attempt.circumstances().schedule()),
            attempt.circumstances().parallelism(),
            crashSize(crashes)
        };
        LongStream rest = Arrays.stream(script).skip(1);
        return new AttemptSize(
                LongStream.concat(Arrays.stream(own), rest).boxed().toList());
    }

    private static long scheduleSize(Schedule schedule) {
        long quantum = schedule.quantum() == Schedule.DEFAULT_QUANTUM ? 0 : 1;
        return switch (schedule.policy()) {
            case ROUND_ROBIN -> quantum;
            case SCRIPTED ->
                2
                        + 10L * schedule.script().size()
                        + schedule.script().stream().mapToInt(Integer::intValue).sum();
            case SEEDED -> FAR + quantum + schedule.seed();
        };
    }

    private static long crashSize(CrashPlan plan) {
        long size = 0;
        for (CrashPlan.Crash crash : plan.crashes()) {
            size += 1000L * (crash.operator() + crash.subtask() + crash.parallelism()) + crash.step();
        }
        return size + plan.checkpoints().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public int compareTo(AttemptSize other) {
        for (int i = 0; i < parts.size(); i++) {
            int order = parts.get(i).compareTo(other.parts.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
