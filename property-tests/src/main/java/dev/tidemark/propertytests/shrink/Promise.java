package dev.tidemark.propertytests.shrink;

import dev.tidemark.engine.time.Times;
import dev.tidemark.propertytests.EventScript;
import dev.tidemark.propertytests.ScriptEvent;
import java.time.Duration;

/**
 * What a script keeps to and what smaller ones must keep to as well, lest they break a law in another way: how disordered
 * it is, its first day and its last time, and whether events only arrive once they have happened.
 */
record Promise(Duration disorder, long firstDay, long lastTime, boolean afterTheFact) {
    static Promise of(EventScript<?> script) {
        return new Promise(
                script.disorder(), Times.dayOf(ScriptSize.firstTime(script)), lastTime(script), afterTheFact(script));
    }

    boolean keptBy(EventScript<?> script) {
        return script.disorder().compareTo(disorder) <= 0
                && ScriptSize.firstTime(script) >= firstDay
                && lastTime(script) <= lastTime
                && (!afterTheFact || afterTheFact(script));
    }

    private static long lastTime(EventScript<?> script) {
        return script.transcript().lines().stream()
                .mapToLong(line -> Math.max(line.clockMillis(), line.timestamp()))
                .max()
                .orElse(0);
    }

    private static boolean afterTheFact(EventScript<?> script) {
        return script.events().stream().allMatch(Promise::afterTheFact);
    }

    private static boolean afterTheFact(ScriptEvent<?> event) {
        return event.eventTimeMillis() <= event.arrivalMillis();
    }
}
