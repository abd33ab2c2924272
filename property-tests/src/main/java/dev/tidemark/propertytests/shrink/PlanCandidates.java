package dev.tidemark.propertytests.shrink;

import dev.tidemark.engine.Schedule;
import dev.tidemark.propertytests.CrashPlan;
import dev.tidemark.propertytests.law.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Smaller schedules and crash plans. */
final class PlanCandidates {
    private static final int EXHAUSTIVE = 60;
    private static final int FEW_LINES = 6;
    private static final int OTHER_SEEDS = 12;

    private PlanCandidates() {}

    /** Schedules that are easier to follow, and less parallelism. */
    static <T> Stream<Attempt<T>> schedules(Attempt<T> attempt) {
        Schedule now = attempt.circumstances().schedule();
        Stream<Schedule> simple =
                Stream.of(Schedule.roundRobin(), Schedule.roundRobin().quantum(1), Schedule.scripted(List.of()));
        Stream<Attempt<T>> fewer =
                IntStream.range(1, attempt.circumstances().parallelism()).mapToObj(attempt::parallelism);
        return Stream.concat(
                fewer,
                Stream.of(simple, inPlaceOfASeed(now), fewerChoices(now))
                        .flatMap(each -> each)
                        .map(attempt::schedule));
    }

    /** Scripts of a few choices, or a smaller seed, in place of a seed. */
    private static Stream<Schedule> inPlaceOfASeed(Schedule now) {
        if (now.policy() != Schedule.Policy.SEEDED) {
            return Stream.of();
        }
        Stream<Schedule> scripts = IntStream.range(0, EXHAUSTIVE)
                .mapToObj(code -> Schedule.scripted(List.of(code % 4, code / 4 % 4, code / 16 % 4)));
        Stream<Schedule> seeds = IntStream.range(0, OTHER_SEEDS)
                .mapToObj(seed -> Schedule.seeded(seed).quantum(now.quantum()));
        return Stream.concat(scripts, seeds);
    }

    private static Stream<Schedule> fewerChoices(Schedule now) {
        if (now.policy() != Schedule.Policy.SCRIPTED) {
            return Stream.of();
        }
        List<Schedule> found = new ArrayList<>();
        List<Integer> choices = now.script();
        for (int length = 0; length < choices.size(); length++) {
            found.add(Schedule.scripted(choices.subList(0, length)));
        }
        for (int i = 0; i < choices.size(); i++) {
            List<Integer> without = new ArrayList<>(choices);
            without.remove(i);
            found.add(Schedule.scripted(without));
            for (int lower = 0; lower < choices.get(i); lower++) {
                List<Integer> changed = new ArrayList<>(choices);
                changed.set(i, lower);
                found.add(Schedule.scripted(changed));
            }
        }
        return found.stream();
    }

    /** Fewer crashes and checkpoints; then simpler ones. */
    static <T> Stream<Attempt<T>> crashes(Attempt<T> attempt) {
        CrashPlan plan = attempt.circumstances().crashes();
        List<CrashPlan> found = new ArrayList<>();
        if (!plan.harmless()) {
            found.add(CrashPlan.none());
        }
        for (int i = 0; i < plan.crashes().size(); i++) {
            found.add(new CrashPlan(plan.checkpoints(), without(plan.crashes(), i)));
        }
        for (int i = 0; i < plan.checkpoints().size(); i++) {
            found.add(new CrashPlan(without(plan.checkpoints(), i), plan.crashes()));
        }
        for (int i = 0; i < plan.crashes().size(); i++) {
            CrashPlan.Crash crash = plan.crashes().get(i);
            found.add(changed(plan, i, new CrashPlan.Crash(crash.step(), 0, 0, 0)));
            found.add(changed(plan, i, new CrashPlan.Crash(crash.step(), 0, 0, crash.parallelism())));
        }
        return found.stream().map(attempt::crashes);
    }

    /** Every earlier step for each crash and checkpoint, the earliest first. */
    static <T> Stream<Attempt<T>> steps(Attempt<T> attempt) {
        CrashPlan plan = attempt.circumstances().crashes();
        List<CrashPlan> found = new ArrayList<>();
        for (int i = 0; i < plan.crashes().size(); i++) {
            CrashPlan.Crash crash = plan.crashes().get(i);
            for (int step = 1; step < Math.min(EXHAUSTIVE, crash.step()); step++) {
                CrashPlan.Crash earlier =
                        new CrashPlan.Crash(step, crash.operator(), crash.subtask(), crash.parallelism());
                found.add(changed(plan, i, earlier));
            }
        }
        for (int i = 0; i < plan.checkpoints().size(); i++) {
            for (int step = 1; step < Math.min(EXHAUSTIVE, plan.checkpoints().get(i)); step++) {
                List<Integer> checkpoints = new ArrayList<>(plan.checkpoints());
                checkpoints.set(i, step);
                found.add(new CrashPlan(checkpoints, plan.crashes()));
            }
        }
        return found.stream().map(attempt::crashes);
    }

    /**
     * The same attempt; then with crashes moved along with a run that became shorter, or with other seeds where a seed
     * decides the schedule: what they did to the longer run they need not do to the shorter one.
     */
    static <T> Stream<Attempt<T>> adapted(Attempt<T> shorter, int linesBefore) {
        Schedule schedule = shorter.circumstances().schedule();
        Stream<Attempt<T>> moved = movedCrashes(shorter, linesBefore);
        if (schedule.policy() != Schedule.Policy.SEEDED || shorter.script().size() > FEW_LINES) {
            return moved;
        }
        return Stream.concat(
                moved,
                IntStream.range(0, OTHER_SEEDS)
                        .mapToObj(seed -> shorter.schedule(Schedule.seeded(seed).quantum(schedule.quantum()))));
    }

    private static <T> Stream<Attempt<T>> movedCrashes(Attempt<T> shorter, int linesBefore) {
        CrashPlan plan = shorter.circumstances().crashes();
        int lines = shorter.script().size();
        if (plan.harmless() || lines == linesBefore || linesBefore == 0) {
            return Stream.of(shorter);
        }
        Stream<CrashPlan> moved = IntStream.of(1, 2, 3, 4, 6, 8)
                .mapToObj(by -> plan.mapped(step -> Math.max(1, step - by * (linesBefore - lines))));
        CrashPlan scaled = plan.mapped(step -> Math.max(1, step * lines / linesBefore));
        return Stream.concat(Stream.of(plan, scaled), moved).distinct().map(shorter::crashes);
    }

    private static <E> List<E> without(List<E> list, int index) {
        List<E> left = new ArrayList<>(list);
        left.remove(index);
        return left;
    }

    private static CrashPlan changed(CrashPlan plan, int index, CrashPlan.Crash crash) {
        List<CrashPlan.Crash> crashes = new ArrayList<>(plan.crashes());
        crashes.set(index, crash);
        return new CrashPlan(plan.checkpoints(), crashes);
    }
}
