package dev.tidemark.timetravel;

import dev.tidemark.engine.RunView;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.command.Command;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a branch did over again, in a run of its own that touches nothing outside; as little of it as a question needs,
 * by what the outline of the branch rules out.
 */
final class Past implements AutoCloseable {
    private final Simulation simulation;
    private final Cursor cursor;
    private final Journal journal;
    private final LongConsumer betweenSteps;

    /** The past of a branch; {@code betweenSteps} is called between any two steps that are done again. */
    Past(Topology topology, SimulationOptions options, Journal journal, LongConsumer betweenSteps) {
        this.simulation = Simulation.of(topology, options);
        this.cursor = new Cursor(simulation, topology, options, Verification.AT_KEYFRAMES, journal);
        this.journal = journal;
        this.betweenSteps = betweenSteps;
    }

    /** Tells of the steps behind {@code from} up to {@code to}. */
    void tell(long from, long to, Consumer<? super Step> listener) {
        if (from < to) {
            cursor.goTo(journal, place(from), betweenSteps);
            cursor.tell(place(to), betweenSteps, listener);
        }
    }

    /** What was done up to a position, from the start; this past was asked nothing before. */
    Script script(Position until) {
        long start = simulation.clock().toEpochMilli();
        Place here = new Place(start);
        List<Script.Given> given = new ArrayList<>();
        while (given.size() < until.given()) {
            Position at = journal.givenAt(given.size());
            cursor.tell(at, betweenSteps, here::did);
            Command command = Objects.requireNonNull(journal.commandAt(at));
            boolean own = command instanceof Command.Restore restore
                    && simulation.checkpoints().stream()
                            .anyMatch(each -> each.id() == restore.checkpoint().id()
                                    && each.step() == restore.checkpoint().step());
            given.add(new Script.Given(here.of(simulation), command, own));
            cursor.replayCommand();
            here.begin(simulation.clock().toEpochMilli());
        }
        cursor.tell(until, betweenSteps, here::did);
        return new Script(start, given, here.of(simulation), simulation.finished());
    }

    /** Counts steps since the clock moved or something was done by hand. */
    private static final class Place {
        private long clockMillis;
        private long steps;

        Place(long clockMillis) {
            this.clockMillis = clockMillis;
        }

        void did(Step step) {
            steps++;
            if (step.clockMillis() != clockMillis) {
                begin(step.clockMillis());
            }
        }

        void begin(long millis) {
            clockMillis = millis;
            steps = 0;
        }

        Script.Place of(RunView run) {
            return new Script.Place(clockMillis, steps, run.settled());
        }
    }

    /** What everything that is recorded came to, as far as {@code at}. */
    RunView view(Position at) {
        cursor.goTo(journal, at, betweenSteps);
        return simulation;
    }

    /** Right after a step, before what was done there by hand. */
    private Position place(long step) {
        return new Position(step, journal.givenBefore(step));
    }

    // ---- changes of state

    /** The last change up to {@code to}. */
    @Nullable
    Change lastChange(long to, String operator, Object key, String state) {
        return last(to, changing(operator, key), step -> {
            List<Change> changes = Change.in(step, operator, key, state);
            return changes.isEmpty() ? null : changes.get(changes.size() - 1);
        });
    }

    /** The first change behind {@code from}. */
    @Nullable
    Change nextChange(long from, String operator, Object key, String state) {
        return first(from, changing(operator, key), step -> {
            List<Change> changes = Change.in(step, operator, key, state);
            return changes.isEmpty() ? null : changes.get(0);
        });
    }

    /** All changes up to {@code to}. */
    List<Change> changes(long to, String operator, Object key, String state) {
        List<Change> all = new ArrayList<>();
        LongPredicate changing = changing(operator, key);
        for (long from = 0; from < to; from = Outline.blockEnd(from)) {
            if (changing.test(from)) {
                tell(
                        from,
                        Math.min(to, Outline.blockEnd(from)),
                        step -> all.addAll(Change.in(step, operator, key, state)));
            }
        }
        return all;
    }

    private LongPredicate changing(String operator, Object key) {
        return from -> journal.outline().mayHaveChanged(from, operator, key);
    }

    // ---- places

    /** The last step that the clock had done at a time; 0 when that is before the first. */
    long stepAtTime(long clockMillis) {
        long from = journal.outline().lastBlockBefore(clockMillis);
        long[] found = {from};
        tell(from, Math.min(journal.head(), Outline.blockEnd(from)), step -> {
            if (step.clockMillis() <= clockMillis) {
                found[0] = step.number();
            }
        });
        return found[0];
    }

    /** The first step at which the watermark of the whole pipeline had reached a time; null when it never did. */
    @Nullable
    Long stepAtWatermark(long millis) {
        return first(
                0,
                from -> journal.outline().mayReach(from, millis),
                step -> simulation.watermark() >= millis ? step.number() : null);
    }

    /** The last of the steps up to {@code to} at which the breakpoint stops; null when it stops at none. */
    @Nullable
    Long last(long to, Breakpoint breakpoint) {
        Breakpoint.Watching watch = breakpoint.begin();
        Function<Step, @Nullable Long> find = step -> watch.stopsAt(step) ? step.number() : null;
        if (!breakpoint.remembers()) {
            return last(to, from -> true, find);
        }
        Found<Long> found = new Found<>();
        tell(0, to, step -> found.take(find.apply(step)));
        return found.last;
    }

    // ---- searching

    /**
     * The last thing that is found in one of the steps up to {@code to}, null when nothing is; {@code within} rules out the
     * blocks behind some steps.
     */
    private <T> @Nullable T last(long to, LongPredicate within, Function<Step, @Nullable T> find) {
        for (long end = to; end > 0; ) {
            long keyframe = journal.ladder().before(end - 1).step();
            long first = end;
            long last = keyframe;
            for (long from = keyframe; from < end; from = Outline.blockEnd(from)) {
                if (within.test(from)) {
                    first = Math.min(first, from);
                    last = Math.min(end, Outline.blockEnd(from));
                }
            }
            Found<T> found = new Found<>();
            tell(first, last, step -> found.take(find.apply(step)));
            if (found.last != null) {
                return found.last;
            }
            end = keyframe;
        }
        return null;
    }

    /** The first thing that is found in one of the steps behind {@code after}, null when nothing is. */
    private <T> @Nullable T first(long after, LongPredicate within, Function<Step, @Nullable T> find) {
        for (long from = after; from < journal.head(); from = Outline.blockEnd(from)) {
            if (within.test(from)) {
                Found<T> found = new Found<>();
                tell(from, Math.min(journal.head(), Outline.blockEnd(from)), step -> found.take(find.apply(step)));
                if (found.first != null) {
                    return found.first;
                }
            }
        }
        return null;
    }

    private static final class Found<T> {
        private @Nullable T first;
        private @Nullable T last;

        void take(@Nullable T found) {
            if (found != null) {
                first = first == null ? found : first;
                last = found;
            }
        }
    }

    @Override
    public void close() {
        simulation.close();
    }
}
