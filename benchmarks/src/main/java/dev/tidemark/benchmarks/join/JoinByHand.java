package dev.tidemark.benchmarks.join;

import dev.tidemark.benchmarks.event.Event;
import dev.tidemark.benchmarks.event.EventPlan;
import dev.tidemark.benchmarks.program.PlainProgram;
import dev.tidemark.benchmarks.result.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The join by sorting each key's events and looking from each left one at the right ones within reach. */
public record JoinByHand(JoinPlan plan) implements PlainProgram {
    @Override
    public void run(long events, Tally results) {
        Map<Integer, List<Event>> lefts = byKey(plan.left(), events / 2);
        Map<Integer, List<Event>> rights = byKey(plan.right(), events / 2);
        lefts.forEach((key, left) -> join(left, rights.getOrDefault(key, List.of()), results));
    }

    private static Map<Integer, List<Event>> byKey(EventPlan plan, long count) {
        Map<Integer, List<Event>> byKey = new HashMap<>();
        for (long i = 0; i < count; i++) {
            Event event = plan.event(i);
            byKey.computeIfAbsent(event.key(), key -> new ArrayList<>()).add(event);
        }
        byKey.values().forEach(events -> events.sort(Comparator.comparingLong(Event::time)));
        return byKey;
    }

    private static void join(List<Event> lefts, List<Event> rights, Tally results) {
        int first = 0;
        for (Event left : lefts) {
            while (first < rights.size() && rights.get(first).time() < left.time() - Meeting.REACH_MILLIS) {
                first++;
            }
            for (int i = first; i < rights.size() && rights.get(i).time() <= left.time() + Meeting.REACH_MILLIS; i++) {
                Event right = rights.get(i);
                results.add(new Meeting(left.key(), left.time(), right.time(), left.value(), right.value()));
            }
        }
    }
}
