package dev.tidemark.benchmarks.timers;

import dev.tidemark.benchmarks.event.Event;
import dev.tidemark.benchmarks.event.EventPlan;
import dev.tidemark.benchmarks.program.PlainProgram;
import dev.tidemark.benchmarks.result.Tally;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The distinct timers of each key; equal ones are one. */
public record TimersByHand(EventPlan plan) implements PlainProgram {
    @Override
    public void run(long events, Tally results) {
        Map<Integer, Long> counts = new HashMap<>();
        Map<Integer, Set<Long>> timers = new HashMap<>();
        for (long i = 0; i < events; i++) {
            Event event = plan.event(i);
            counts.merge(event.key(), 1L, Long::sum);
            timers.computeIfAbsent(event.key(), key -> new HashSet<>()).add(event.time() + Ring.DELAY_MILLIS);
        }
        timers.forEach((key, times) -> times.forEach(time -> results.add(new Ring(key, time, 0))));
        counts.forEach((key, count) -> results.add(new Ring(key, Ring.END, count)));
    }
}
