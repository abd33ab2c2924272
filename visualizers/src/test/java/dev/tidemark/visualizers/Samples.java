package dev.tidemark.visualizers;

import dev.tidemark.visualizers.eventtime.EventPoint;
import dev.tidemark.visualizers.eventtime.EventStatus;
import dev.tidemark.visualizers.eventtime.EventTimeData;
import dev.tidemark.visualizers.eventtime.PaneBox;
import dev.tidemark.visualizers.eventtime.PaneTiming;
import dev.tidemark.visualizers.eventtime.WatermarkPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Streams to draw in tests: a made one and a real one, run through tumbling windows that count per key. */
public final class Samples {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private Samples() {}

    /** Ninety clicks in ten minutes; a few are far behind. */
    public static EventTimeData clicks() {
        return clicks(90, Duration.ofMinutes(10));
    }

    /** So many clicks in so much time. */
    public static EventTimeData clicks(int count, Duration during) {
        SplittableRandom random = new SplittableRandom(7);
        List<Arrival> arrivals = new ArrayList<>();
        String[] users = {"alice", "bob", "carol"};
        for (int i = 0; i < count; i++) {
            long at = NOON.toEpochMilli() + random.nextLong(during.toMillis());
            long delay = (long) (-Math.log(1 - random.nextDouble()) * 20_000);
            if (random.nextInt(9) == 0) {
                delay += 90_000 + random.nextLong(180_000);
            }
            arrivals.add(new Arrival(at, at + delay, users[random.nextInt(users.length)], "", "click " + i));
        }
        return run("clicks per user and two minutes", arrivals, Duration.ofMinutes(2), 45_000, 120_000);
    }

    /** 1,707 earthquakes of a week; they happen, and days later the network revises them. */
    public static EventTimeData earthquakes() {
        List<Arrival> arrivals = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(Path.of("src/test/resources/earthquakes.csv"));
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", 6);
                long time = Instant.parse(cells[1]).toEpochMilli();
                long updated = Instant.parse(cells[2]).toEpochMilli();
                arrivals.add(new Arrival(time, updated, cells[3], cells[3], "magnitude " + cells[4]));
            }
        } catch (IOException cause) {
            throw new IllegalStateException("cannot read the earthquakes", cause);
        }
        return run(
                "earthquakes per network and six hours",
                arrivals,
                Duration.ofHours(6),
                6 * 3_600_000L,
                24 * 3_600_000L);
    }

    private static EventTimeData run(
            String title, List<Arrival> unsorted, Duration window, long bound, long allowedLateness) {
        List<Arrival> arrivals = new ArrayList<>(unsorted);
        arrivals.sort((one, other) -> Long.compare(one.arrival(), other.arrival()));
        List<EventPoint> events = new ArrayList<>();
        List<WatermarkPoint> watermarks = new ArrayList<>();
        List<PaneBox> panes = new ArrayList<>();
        Map<Long, Map<String, Integer>> windows = new TreeMap<>();
        long size = window.toMillis();
        long watermark = Long.MIN_VALUE;
        watermarks.add(new WatermarkPoint(arrivals.get(0).arrival() - 1, Long.MIN_VALUE));
        for (Arrival arrival : arrivals) {
            long start = Math.floorDiv(arrival.time(), size) * size;
            boolean late = start + size - 1 <= watermark;
            boolean dropped = late && start + size - 1 + allowedLateness <= watermark;
            EventStatus status = dropped ? EventStatus.DROPPED : late ? EventStatus.LATE : EventStatus.ON_TIME;
            events.add(new EventPoint(
                    arrival.time(), arrival.arrival(), status, arrival.key(), arrival.partition(), arrival.label()));
            if (!dropped) {
                int count = windows.computeIfAbsent(start, s -> new TreeMap<>()).merge(arrival.key(), 1, Integer::sum);
                if (late) {
                    panes.add(new PaneBox(
                            start, start + size, arrival.arrival(), PaneTiming.LATE, arrival.key(), count + ""));
                }
            }
            if (arrival.time() - bound > watermark) {
                long before = watermark;
                watermark = arrival.time() - bound;
                watermarks.add(new WatermarkPoint(arrival.arrival(), watermark));
                for (Map.Entry<Long, Map<String, Integer>> open : windows.entrySet()) {
                    long end = open.getKey() + size;
                    if (end - 1 > before && end - 1 <= watermark) {
                        open.getValue()
                                .forEach((key, count) -> panes.add(new PaneBox(
                                        end - size, end, arrival.arrival(), PaneTiming.ON_TIME, key, count + "")));
                    }
                }
            }
        }
        return new EventTimeData(title, events, watermarks, panes);
    }

    private record Arrival(long time, long arrival, String key, String partition, String label) {}
}
