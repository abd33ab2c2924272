package dev.tidemark.benchmarks.cases;

import dev.tidemark.benchmarks.program.PlainProgram;
import dev.tidemark.benchmarks.result.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One case by a loop. */
record CaseByHand() implements PlainProgram {
    @Override
    public void run(long number, Tally results) {
        TreeMap<Long, Map<String, List<Entry>>> byEnd = new TreeMap<>();
        long watermark = Long.MIN_VALUE;
        for (Entry entry : Case.entries(number)) {
            if (entry.mark()) {
                fire(byEnd, watermark, entry.time(), results);
                watermark = Math.max(watermark, entry.time());
            } else {
                add(entry, byEnd, watermark, results);
            }
        }
        fire(byEnd, watermark, Long.MAX_VALUE, results);
    }

    private static void add(Entry entry, TreeMap<Long, Map<String, List<Entry>>> byEnd, long watermark, Tally results) {
        long end = entry.time() - Math.floorMod(entry.time(), Case.WINDOW_MILLIS) + Case.WINDOW_MILLIS;
        if (end - 1 + Case.LATENESS_MILLIS <= watermark) {
            results.add(CaseResult.late(entry));
            return;
        }
        List<Entry> held = byEnd.computeIfAbsent(end, any -> new TreeMap<>())
                .computeIfAbsent(entry.key(), any -> new ArrayList<>());
        held.add(entry);
        if (end - 1 <= watermark) {
            results.add(CaseResult.fired(entry.key(), end, held));
        }
    }

    /** The windows whose last moment the watermark passes on its way. */
    private static void fire(TreeMap<Long, Map<String, List<Entry>>> byEnd, long from, long to, Tally results) {
        byEnd.forEach((end, byKey) -> {
            if (end - 1 > from && end - 1 <= to) {
                byKey.forEach((key, held) -> results.add(CaseResult.fired(key, end, held)));
            }
        });
    }
}
