package dev.tidemark.propertytests;

import java.time.Duration;
import java.util.List;

/** What generated scripts look like; see {@link EventScripts}, which sets it. */
record ScriptShape(
        String source,
        List<String> partitions,
        int fewest,
        int most,
        Duration disorder,
        Duration late,
        Duration span,
        Duration grid,
        boolean marks) {
    /** The first arrival is not before this: 2000-01-01, where the windows of a day begin. */
    static final long START_MILLIS = 946_684_800_000L;

    static final ScriptShape DEFAULT = new ScriptShape(
            "events",
            List.of(EventScript.ONLY_PARTITION),
            1,
            30,
            Duration.ofSeconds(5),
            Duration.ZERO,
            Duration.ofMinutes(2),
            Duration.ofSeconds(1),
            false);

    ScriptShape {
        partitions = List.copyOf(partitions);
        if (fewest < 0 || most < fewest) {
            throw new IllegalArgumentException(
                    "scripts of " + fewest + " to " + most + " events: the first number must be the smaller one");
        }
        if (partitions.isEmpty()) {
            throw new IllegalArgumentException("scripts for '" + source + "' have no partitions; name at least one");
        }
        if (disorder.isNegative() || late.isNegative() || span.isNegative() || grid.toMillis() < 1) {
            throw new IllegalArgumentException("disorder " + disorder + ", late " + late + ", within " + span
                    + ", grid " + grid + ": none may be negative, and the grid is at least 1 ms");
        }
    }

    ScriptShape source(String name) {
        return new ScriptShape(name, partitions, fewest, most, disorder, late, span, grid, marks);
    }

    ScriptShape partitions(List<String> names) {
        return new ScriptShape(source, names, fewest, most, disorder, late, span, grid, marks);
    }

    ScriptShape events(int least, int atMost) {
        return new ScriptShape(source, partitions, least, atMost, disorder, late, span, grid, marks);
    }

    ScriptShape disorder(Duration bound) {
        return new ScriptShape(source, partitions, fewest, most, bound, late, span, grid, marks);
    }

    ScriptShape late(Duration extra) {
        return new ScriptShape(source, partitions, fewest, most, disorder, extra, span, grid, marks);
    }

    ScriptShape span(Duration within) {
        return new ScriptShape(source, partitions, fewest, most, disorder, late, within, grid, marks);
    }

    ScriptShape grid(Duration step) {
        return new ScriptShape(source, partitions, fewest, most, disorder, late, span, step, marks);
    }

    ScriptShape withMarks() {
        return new ScriptShape(source, partitions, fewest, most, disorder, late, span, grid, true);
    }
}
