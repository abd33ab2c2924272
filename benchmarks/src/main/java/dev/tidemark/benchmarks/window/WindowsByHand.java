package dev.tidemark.benchmarks.window;

import dev.tidemark.benchmarks.event.Event;
import dev.tidemark.benchmarks.event.EventPlan;
import dev.tidemark.benchmarks.program.PlainProgram;
import dev.tidemark.benchmarks.result.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Windows by a loop over hash maps: what the engines' results have to be. */
public record WindowsByHand(WindowPlan plan) implements PlainProgram {
    @Override
    public void run(long events, Tally results) {
        if (plan.kind() == WindowPlan.Kind.SESSION) {
            sessions(events, results);
        } else {
            aligned(events, results);
        }
    }

    /** A map of sums for each window, given out as soon as no event can come any more. */
    private void aligned(long events, Tally results) {
        long size = plan.size().toMillis();
        long slide = plan.slide().toMillis();
        TreeMap<Long, Map<Integer, long[]>> open = new TreeMap<>();
        long latest = Long.MIN_VALUE;
        for (long i = 0; i < events; i++) {
            Event event = plan.events().event(i);
            long last = event.time() - Math.floorMod(event.time(), slide);
            for (long start = last; start > event.time() - size; start -= slide) {
                long[] sum = open.computeIfAbsent(start + size, end -> new HashMap<>())
                        .computeIfAbsent(event.key(), key -> new long[2]);
                sum[0]++;
                sum[1] += event.value();
            }
            latest = Math.max(latest, event.time());
            while (open.firstKey() <= latest - EventPlan.DISORDER_MILLIS) {
                close(open, results);
            }
        }
        while (!open.isEmpty()) {
            close(open, results);
        }
    }

    private static void close(TreeMap<Long, Map<Integer, long[]>> open, Tally results) {
        Map.Entry<Long, Map<Integer, long[]>> window = open.pollFirstEntry();
        window.getValue().forEach((key, sum) -> results.add(new WindowSum(key, window.getKey(), sum[0], sum[1])));
    }

    /** All events of a key in the order of their times; a session ends where the next is too far. */
    private void sessions(long events, Tally results) {
        Map<Integer, List<Event>> byKey = new HashMap<>();
        for (long i = 0; i < events; i++) {
            Event event = plan.events().event(i);
            byKey.computeIfAbsent(event.key(), key -> new ArrayList<>()).add(event);
        }
        byKey.forEach((key, of) -> {
            of.sort(Comparator.comparingLong(Event::time));
            sessionsOf(key, of, results);
        });
    }

    private void sessionsOf(int key, List<Event> ordered, Tally results) {
        long gap = plan.size().toMillis();
        long end = ordered.get(0).time() + gap;
        long count = 0;
        long sum = 0;
        for (Event event : ordered) {
            // windows that only touch, one's end being the other's start, merge too
            if (event.time() > end) {
                results.add(new WindowSum(key, end, count, sum));
                count = 0;
                sum = 0;
            }
            end = event.time() + gap;
            count++;
            sum += event.value();
        }
        results.add(new WindowSum(key, end, count, sum));
    }
}
