package dev.tidemark.propertytests;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When checkpoints are taken and where the job crashes: both before a step of the run, counted from 1.
 *
 * <p>A crash loses everything that is not in a checkpoint; the job starts again at once from the last one that is
 * complete, or from nothing. Steps behind the end of a run are taken modulo its length, so that every plan strikes. A plan
 * prints as one line and is read back from it: {@code checkpoint before step 3; crash of operator 1#0 before step 7,
 * restored at parallelism 2}.
 *
 * @param checkpoints the steps before which a checkpoint starts
 * @param crashes in order
 */
public record CrashPlan(List<Integer> checkpoints, List<Crash> crashes) {
    private static final Pattern CHECKPOINT = Pattern.compile("checkpoint before step (\\d+)");
    private static final Pattern CRASH =
            Pattern.compile("crash of operator (\\d+)#(\\d+) before step (\\d+), restored(?: at parallelism (\\d+))?");

    /**
     * One crash.
     *
     * @param step before which it happens
     * @param operator the number of the operator in the topology, modulo how many there are
     * @param subtask the operator's subtask, modulo how many there are
     * @param parallelism at which the job starts again, 0 for the one that it had
     */
    public record Crash(int step, int operator, int subtask, int parallelism) {
        public Crash {
            if (step < 1 || operator < 0 || subtask < 0 || parallelism < 0) {
                throw new IllegalArgumentException("a crash before step " + step + " of operator " + operator + "#"
                        + subtask + ", restored at parallelism " + parallelism
                        + ": steps begin with 1, the others with 0");
            }
        }

        @Override
        public String toString() {
            return "crash of operator " + operator + "#" + subtask + " before step " + step + ", restored"
                    + (parallelism == 0 ? "" : " at parallelism " + parallelism);
        }
    }

    public CrashPlan {
        checkpoints = checkpoints.stream().distinct().sorted().toList();
        crashes = crashes.stream().sorted(Comparator.comparingInt(Crash::step)).toList();
        if (!checkpoints.isEmpty() && checkpoints.get(0) < 1) {
            throw new IllegalArgumentException(
                    "a checkpoint before step " + checkpoints.get(0) + ": steps begin with 1");
        }
    }

    /** Nothing happens. */
    public static CrashPlan none() {
        return new CrashPlan(List.of(), List.of());
    }

    /** One checkpoint and one crash of the first source behind it, with the parallelism that the job had. */
    public static CrashPlan of(int checkpointStep, int crashStep) {
        return new CrashPlan(List.of(checkpointStep), List.of(new Crash(crashStep, 0, 0, 0)));
    }

    /**
     * Reads what {@link #toString} prints.
     *
     * @throws IllegalArgumentException if a part is neither a checkpoint nor a crash
     */
    public static CrashPlan parse(String text) {
        List<Integer> checkpoints = new ArrayList<>();
        List<Crash> crashes = new ArrayList<>();
        for (String part : text.equals("none") ? List.<String>of() : List.of(text.split(";\\s*"))) {
            Matcher checkpoint = CHECKPOINT.matcher(part.strip());
            Matcher crash = CRASH.matcher(part.strip());
            if (checkpoint.matches()) {
                checkpoints.add(Integer.valueOf(checkpoint.group(1)));
            } else if (crash.matches()) {
                crashes.add(new Crash(
                        Integer.parseInt(crash.group(3)),
                        Integer.parseInt(crash.group(1)),
                        Integer.parseInt(crash.group(2)),
                        crash.group(4) == null ? 0 : Integer.parseInt(crash.group(4))));
            } else {
                throw new IllegalArgumentException("'" + part + "' is no part of a crash plan; write "
                        + "'checkpoint before step 3' or 'crash of operator 1#0 before step 7, restored'");
            }
        }
        return new CrashPlan(checkpoints, crashes);
    }

    /** Whether nothing crashes. */
    public boolean harmless() {
        return crashes.isEmpty();
    }

    /** The same plan with every step in {@code [1, steps]}. */
    public CrashPlan within(int steps) {
        return mapped(step -> 1 + (step - 1) % Math.max(1, steps));
    }

    /** The same plan with other steps. */
    public CrashPlan mapped(java.util.function.IntUnaryOperator step) {
        return new CrashPlan(
                checkpoints.stream().map(step::applyAsInt).toList(),
                crashes.stream()
                        .map(crash -> new Crash(
                                step.applyAsInt(crash.step()), crash.operator(), crash.subtask(), crash.parallelism()))
                        .toList());
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        checkpoints.forEach(step -> parts.add("checkpoint before step " + step));
        crashes.forEach(crash -> parts.add(crash.toString()));
        return parts.isEmpty() ? "none" : String.join("; ", parts);
    }
}
