package dev.tidemark.engine.timeline;

import dev.tidemark.engine.RuntimeMode;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.timeline.Timeline.Checkpoints;
import dev.tidemark.engine.timeline.Timeline.Order;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** The lines {@code name: value} before a timeline's first day or time, and the text behind them. */
record TimelineHeader(
        String pipeline,
        Order order,
        Checkpoints checkpoint,
        RuntimeMode mode,
        OptionalLong startMillis,
        List<Integer> statements,
        String body) {
    static TimelineHeader of(String name, String text) {
        String pipeline = null;
        Order order = null;
        Checkpoints checkpoint = Checkpoints.ANY;
        RuntimeMode mode = RuntimeMode.STREAMING;
        OptionalLong start = OptionalLong.empty();
        List<String> lines = text.lines().toList();
        List<Integer> statements = List.of();
        boolean described = false;
        int i = 0;
        for (; i < lines.size() && !lines.get(i).startsWith("day "); i++) {
            String line = lines.get(i).strip();
            described |= line.startsWith("#");
            if (line.startsWith("#") || line.isEmpty()) {
                continue;
            }
            int colon = line.indexOf(": ");
            String key = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 2).strip();
            switch (key) {
                case "pipeline" -> pipeline = value;
                case "order" -> order = order(name, value);
                case "checkpoint" -> checkpoint = checkpoint(name, value);
                case "mode" -> mode = mode(name, value);
                case "start" -> start = OptionalLong.of(Times.parse(value));
                case "statements" -> statements = statements(name, value);
                default ->
                    throw new IllegalArgumentException(
                            "timeline '" + name + "' has a header line '" + line
                                    + "'; there are pipeline, order, checkpoint, mode, start and statements, then 'day 1970-01-01'");
            }
        }
        if (pipeline == null || order == null || !described) {
            throw new IllegalArgumentException(
                    "timeline '" + name + "' needs a comment that says what it shows, a pipeline and an order");
        }
        String body = "\n".repeat(i) + String.join("\n", lines.subList(i, lines.size()));
        return new TimelineHeader(pipeline, order, checkpoint, mode, start, statements, body);
    }

    private static List<Integer> statements(String name, String value) {
        try {
            return Arrays.stream(value.split(","))
                    .map(String::strip)
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "timeline '" + name + "' shows statements '" + value + "'; write their numbers: 32, 34", e);
        }
    }

    private static RuntimeMode mode(String name, String value) {
        if (!value.equals("batch")) {
            throw new IllegalArgumentException(
                    "timeline '" + name + "' has mode '" + value + "'; it is batch, or is left away");
        }
        return RuntimeMode.BATCH;
    }

    private static Order order(String name, String value) {
        return switch (value) {
            case "total" -> Order.TOTAL;
            case "per key" -> Order.PER_KEY;
            case "multiset" -> Order.MULTISET;
            default ->
                throw new IllegalArgumentException(
                        "timeline '" + name + "' has order '" + value + "'; it is total, per key or multiset");
        };
    }

    private static Checkpoints checkpoint(String name, String value) {
        return switch (value) {
            case "any" -> Checkpoints.ANY;
            case "with watermarks" -> Checkpoints.WITH_WATERMARKS;
            case "with watermarks, no replay" -> Checkpoints.WITH_WATERMARKS_NO_REPLAY;
            case "results only" -> Checkpoints.RESULTS_ONLY;
            case "never" -> Checkpoints.NEVER;
            default ->
                throw new IllegalArgumentException("timeline '" + name + "' has checkpoint '" + value
                        + "'; it is any, with watermarks, with watermarks, no replay, results only, or never");
        };
    }
}
