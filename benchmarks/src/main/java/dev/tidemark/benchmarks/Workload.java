package dev.tidemark.benchmarks;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One piece of work, and how each engine does it: the same events in, the same results out.
 *
 * @param name what it is called on the command line
 * @param title what it is called in the table
 * @param unit what is counted, in the plural: events, pipelines
 * @param units how many of them make a run of full size
 * @param sides who can do it
 */
public record Workload(String name, String title, String unit, long units, Map<Engine, Side> sides) {
    public Workload {
        if (units < 1) {
            throw new IllegalArgumentException("workload '" + name + "' has " + units + " " + unit + "; it needs some");
        }
        EnumMap<Engine, Side> copy = new EnumMap<>(Engine.class);
        copy.putAll(sides);
        sides = Collections.unmodifiableMap(copy);
    }

    /** Work counted in events, that nobody can do yet. */
    public static Workload ofEvents(String name, String title, long events) {
        return new Workload(name, title, "events", events, Map.of());
    }

    /** The same work, that {@code engine} can do too. */
    public Workload on(Engine engine, Side side) {
        EnumMap<Engine, Side> more = new EnumMap<>(Engine.class);
        more.putAll(sides);
        more.put(engine, side);
        return new Workload(name, title, unit, units, more);
    }

    /** Whether there is a way to do it on {@code engine}. */
    public boolean has(Engine engine) {
        return sides.containsKey(engine);
    }

    /**
     * How {@code engine} does it.
     *
     * @throws IllegalArgumentException if it can't
     */
    public Side side(Engine engine) {
        return Optional.ofNullable(sides.get(engine))
                .orElseThrow(() -> new IllegalArgumentException("workload '" + name + "' can't be done by "
                        + engine.title() + "; those that can: " + sides.keySet()));
    }
}
