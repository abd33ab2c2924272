package dev.tidemark.benchmarks.pattern;

import dev.tidemark.benchmarks.event.Event;
import dev.tidemark.benchmarks.event.EventPlan;
import dev.tidemark.benchmarks.program.PlainProgram;
import dev.tidemark.benchmarks.result.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/** The pattern by sorting each key's events, and looking ahead from each low one. */
public record ClimbsByHand(EventPlan plan) implements PlainProgram {
    @Override
    public void run(long events, Tally results) {
        Map<Integer, List<Event>> byKey = new HashMap<>();
        for (long i = 0; i < events; i++) {
            Event event = plan.event(i);
            byKey.computeIfAbsent(event.key(), key -> new ArrayList<>()).add(event);
        }
        byKey.values().forEach(of -> {
            of.sort(Comparator.comparingLong(Event::time));
            climbs(of, results);
        });
    }

    private static void climbs(List<Event> ordered, Tally results) {
        for (int low = 0; low < ordered.size(); low++) {
            if (Climb.low(ordered.get(low).value())) {
                int middle = next(ordered, low, Climb::middle);
                int high = next(ordered, middle, Climb::high);
                if (high < ordered.size()) {
                    Event first = ordered.get(low);
                    Event last = ordered.get(high);
                    if (last.time() - first.time() < Climb.WITHIN_MILLIS) {
                        results.add(new Climb(
                                first.key(), first.time(), ordered.get(middle).time(), last.time()));
                    }
                }
            }
        }
    }

    private static int next(List<Event> ordered, int after, LongPredicate value) {
        int next = after + 1;
        while (next < ordered.size() && !value.test(ordered.get(next).value())) {
            next++;
        }
        return next;
    }
}
