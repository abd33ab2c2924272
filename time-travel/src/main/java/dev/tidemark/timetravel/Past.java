package dev.tidemark.timetravel;

import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.SimulationOptions;
import dev.tidemark.engine.topology.Topology;
import dev.tidemark.engine.transcript.Step;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Tells what a branch did over again, in a run of its own that touches nothing outside. */
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

    /** The last thing that is found in one of the steps up to {@code to}; null when nothing is. */
    <T> @Nullable T last(long to, Function<Step, @Nullable T> find) {
        long end = to;
        while (end > 0) {
            long begin = journal.ladder().before(end - 1).step();
            Found<T> found = new Found<>();
            tell(begin, end, step -> found.take(find.apply(step)));
            if (found.last != null) {
                return found.last;
            }
            end = begin;
        }
        return null;
    }

    /** The first thing that is found in one of the steps behind {@code from} up to {@code to}; null when nothing is. */
    <T> @Nullable T first(long from, long to, Function<Step, @Nullable T> find) {
        long begin = from;
        while (begin < to) {
            long end = Math.min(to, journal.ladder().after(begin));
            Found<T> found = new Found<>();
            tell(begin, end, step -> found.take(find.apply(step)));
            if (found.first != null) {
                return found.first;
            }
            begin = end;
        }
        return null;
    }

    /** The last of the steps up to {@code to} at which the breakpoint stops; null when it stops at none. */
    @Nullable
    Long last(long to, Breakpoint breakpoint) {
        Breakpoint.Watching watch = breakpoint.begin();
        Function<Step, @Nullable Long> find = step -> watch.stopsAt(step) ? step.number() : null;
        if (!breakpoint.remembers()) {
            return last(to, find);
        }
        Found<Long> found = new Found<>();
        tell(0, to, step -> found.take(find.apply(step)));
        return found.last;
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

    /** Right after a step, before what was done there by hand. */
    private Position place(long step) {
        return new Position(step, journal.givenBefore(step));
    }

    @Override
    public void close() {
        simulation.close();
    }
}
