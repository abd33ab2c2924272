package dev.tidemark.propertytests;

import dev.tidemark.engine.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/**
 * Generated scripts of disordered events; a jqwik {@link Arbitrary} whose settings are chained.
 *
 * <p>Laws: no event lies further behind the latest one than the {@link #disorder} says, unless {@link #late} events are
 * asked for, and watermarks by hand keep that promise too. Times are absolute, so that leaving an event out moves no
 * other. Sizes are spread evenly over {@link #events}. The same seed makes the same script.
 *
 * <pre>{@code
 * EventScripts.of(payments).source("payments").partitions("north", "south").disorder(Duration.ofSeconds(5))
 * }</pre>
 *
 * @param <T> the events
 */
public final class EventScripts<T> implements Arbitrary<EventScript<T>> {
    private static final int GENERATOR_SIZE = 1000;

    private final Arbitrary<T> values;
    private final ScriptShape shape;
    private final BiFunction<T, Instant, T> stamp;

    private EventScripts(Arbitrary<T> values, ScriptShape shape, BiFunction<T, Instant, T> stamp) {
        this.values = values;
        this.shape = shape;
        this.stamp = stamp;
    }

    /** Scripts of up to thirty events within two minutes, five seconds out of order, in one partition. */
    public static <T> EventScripts<T> of(Arbitrary<T> values) {
        return new EventScripts<>(values, ScriptShape.DEFAULT, (value, time) -> value);
    }

    private EventScripts<T> shaped(ScriptShape other) {
        return new EventScripts<>(values, other, stamp);
    }

    /** Writes the generated event time into the value, where events carry their own time. */
    public EventScripts<T> stamped(BiFunction<T, Instant, T> withTime) {
        return new EventScripts<>(values, shape, withTime);
    }

    /** The source that is reached; a script of one source also fits the only source of a pipeline. */
    public EventScripts<T> source(String name) {
        return shaped(shape.source(name));
    }

    /** The partitions through which events come, each with a watermark of its own. */
    public EventScripts<T> partitions(String... names) {
        return shaped(shape.partitions(List.of(names)));
    }

    /** How many events, both ends included. */
    public EventScripts<T> events(int fewest, int most) {
        return shaped(shape.events(fewest, most));
    }

    /** How far an event is behind the latest one at most. */
    public EventScripts<T> disorder(Duration bound) {
        return shaped(shape.disorder(bound));
    }

    /** Makes one in eight events later than the disorder, by up to {@code extra}. */
    public EventScripts<T> late(Duration extra) {
        return shaped(shape.late(extra));
    }

    /** The time within which events arrive. */
    public EventScripts<T> within(Duration span) {
        return shaped(shape.span(span));
    }

    /** The step of time on which most events lie, a divisor of the windows' size: that is where boundaries are met. */
    public EventScripts<T> grid(Duration step) {
        return shaped(shape.grid(step));
    }

    /** Adds watermarks and idle marks sent by hand, and jumps of the clock. */
    public EventScripts<T> withMarks() {
        return shaped(shape.withMarks());
    }

    /** The script that {@link EventScript#seed} names. */
    public EventScript<T> seeded(long seed) {
        return script(seed, GENERATOR_SIZE).value();
    }

    private Shrinkable<EventScript<T>> script(long seed, int size) {
        Random random = new Random(seed);
        ScriptGenerator<T> generator = new ScriptGenerator<>(shape, values.generator(size), stamp, random);
        return new ShrinkableScript<>(new EventScript<>(generator.entries(), stamp, seed));
    }

    @Override
    public RandomGenerator<EventScript<T>> generator(int genSize) {
        return random -> script(1 + random.nextInt(Integer.MAX_VALUE), GENERATOR_SIZE);
    }

    @Override
    public EdgeCases<EventScript<T>> edgeCases(int maxEdgeCases) {
        return EdgeCases.none();
    }

    @Override
    public String toString() {
        return "scripts of " + shape.fewest() + " to " + shape.most() + " events for '" + shape.source() + "', "
                + Times.text(shape.disorder()) + " out of order";
    }
}
