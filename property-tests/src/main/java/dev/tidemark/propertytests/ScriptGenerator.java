package dev.tidemark.propertytests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import net.jqwik.api.RandomGenerator;

/** Draws the entries of one script: arrivals on a grid with jitter around it, event times behind them. */
final class ScriptGenerator<T> {
    private static final int ONE_IN_LATE = 8;
    private static final int EVENTS_FOR_A_MARK = 6;

    private final ScriptShape shape;
    private final RandomGenerator<T> values;
    private final BiFunction<T, Instant, T> stamp;
    private final Random random;

    ScriptGenerator(ScriptShape shape, RandomGenerator<T> values, BiFunction<T, Instant, T> stamp, Random random) {
        this.shape = shape;
        this.values = values;
        this.stamp = stamp;
        this.random = random;
    }

    List<ScriptEntry<T>> entries() {
        int count = shape.fewest() + random.nextInt(shape.most() - shape.fewest() + 1);
        List<ScriptEntry<T>> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(event());
        }
        if (shape.marks()) {
            for (int i = random.nextInt(2 + count / EVENTS_FOR_A_MARK); i > 0; i--) {
                entries.add(mark());
            }
        }
        return entries;
    }

    private ScriptEntry<T> event() {
        long arrival = arrival();
        long timestamp = Math.max(ScriptShape.START_MILLIS, arrival - delay());
        Instant time = Instant.ofEpochMilli(timestamp);
        return new ScriptEntry.EventArrives<>(
                shape.source(),
                partition(),
                values.next(random).map(value -> stamp.apply(value, time)),
                timestamp,
                arrival);
    }

    private ScriptEntry<T> mark() {
        long arrival = arrival();
        return switch (random.nextInt(4)) {
            case 0 -> new ScriptEntry.PartitionIdle<>(shape.source(), partition(), arrival);
            case 1 -> new ScriptEntry.ClockJumps<>(arrival);
            default ->
                new ScriptEntry.WatermarkMoves<>(
                        shape.source(), partition(), arrival - shape.disorder().toMillis() - 1, arrival);
        };
    }

    private String partition() {
        return shape.partitions().get(random.nextInt(shape.partitions().size()));
    }

    /** On the grid, a millisecond beside it, or anywhere. */
    private long arrival() {
        long grid = shape.grid().toMillis();
        long steps = shape.span().toMillis() / grid;
        long onGrid = ScriptShape.START_MILLIS + grid * below(steps + 1);
        return switch (random.nextInt(8)) {
            case 0 -> Math.max(ScriptShape.START_MILLIS, onGrid - 1);
            case 1 -> onGrid + 1;
            case 2 -> onGrid + below(grid);
            default -> onGrid;
        };
    }

    private long delay() {
        long bound = shape.disorder().toMillis();
        long late = shape.late().toMillis();
        if (late > 0 && random.nextInt(ONE_IN_LATE) == 0) {
            return bound + below(late + 1);
        }
        return switch (random.nextInt(4)) {
            case 0 -> below(bound + 1);
            case 1 -> bound;
            case 2 -> bound - bound % shape.grid().toMillis();
            default -> 0;
        };
    }

    private long below(long limit) {
        return Math.floorMod(random.nextLong(), limit);
    }
}
