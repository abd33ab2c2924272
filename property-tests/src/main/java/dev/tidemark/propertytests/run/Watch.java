package dev.tidemark.propertytests.run;

import dev.tidemark.engine.element.WatermarkStatus;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.transcript.Effect;
import dev.tidemark.engine.transcript.Happening;
import dev.tidemark.engine.transcript.Step;
import dev.tidemark.engine.transcript.ValueText;
import dev.tidemark.engine.window.TimeWindow;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sees every step of a run: under which key it was done, and whether it broke what some laws assume. */
final class Watch {
    private final Structure structure;
    private final Map<String, List<String>> partitions;
    private final Map<String, Long> watermarks = new LinkedHashMap<>();
    private final Map<Long, String> keys = new LinkedHashMap<>();
    private final Set<String> firedSessions = new LinkedHashSet<>();
    private final Set<String> idleNow = new LinkedHashSet<>();
    private @Nullable String late;
    private @Nullable String processingTimer;
    private @Nullable String touchingSessions;
    private @Nullable String idleAtEnd;
    private @Nullable String idle;

    Watch(Structure structure, Map<String, List<String>> partitions) {
        this.partitions = partitions;
        this.structure = structure;
    }

    /** The job has started again: watermarks begin anew. */
    void restarted() {
        watermarks.clear();
        firedSessions.clear();
        idleNow.clear();
    }

    void see(Step step) {
        Happening happening = step.happening();
        boolean element = happening instanceof Happening.EventDelivered;
        if (happening instanceof Happening.MarkRead read && read.mark() == Happening.Mark.IDLE) {
            idle = "'" + read.operator() + "' was declared idle";
        } else if (happening instanceof Happening.SourceEnded ended
                && idleNow.contains(ended.operator() + "#" + ended.subtask())) {
            idleAtEnd = "'" + ended.operator() + "' ended while it was idle, so that it said no last watermark";
        } else if (happening instanceof Happening.TimerFired timer) {
            keys.put(step.number(), ValueText.print(timer.key()));
        } else if (happening instanceof Happening.EventDelivered delivered) {
            String sender = delivered.from().substring(0, delivered.from().lastIndexOf('#'));
            structure.key(sender, delivered.operator(), delivered.value()).ifPresent(key -> {
                keys.put(step.number(), ValueText.print(key));
                seeKeyed(delivered);
            });
        }
        for (Effect effect : step.effects()) {
            see(effect, element);
        }
    }

    private void seeKeyed(Happening.EventDelivered event) {
        long watermark = watermarks.getOrDefault(event.operator() + "#" + event.subtask(), Long.MIN_VALUE);
        if (late == null && event.timestamp() <= watermark && event.timestamp() != Long.MIN_VALUE) {
            late = "an element was late: '" + event.operator() + "' got " + ValueText.print(event.value()) + " @ "
                    + Times.text(event.timestamp()) + " when its watermark was " + Times.text(watermark);
        }
    }

    private void see(Effect effect, boolean element) {
        if (effect instanceof Effect.WatermarkRose rose) {
            watermarks.put(rose.operator() + "#" + rose.subtask(), rose.watermark());
        } else if (effect instanceof Effect.StatusChanged changed) {
            seeStatus(changed);
        } else if (effect instanceof Effect.TimerChanged timer && timer.set()) {
            seeTimer(timer, element);
        } else if (effect instanceof Effect.Fired fired && structure.sessions(fired.operator())) {
            seeSession(fired);
        } else if (effect instanceof Effect.StateChanged changed
                && changed.after() != null
                && changed.namespace() instanceof TimeWindow window
                && firedSessions.contains(session(changed.operator(), changed.key(), window.start()))) {
            touchingSessions = "a session of '" + changed.operator() + "' began at " + Times.text(window.start())
                    + ", exactly where one of its key had ended and fired";
        }
    }

    private void seeStatus(Effect.StatusChanged changed) {
        String subtask = changed.operator() + "#" + changed.subtask();
        if (changed.status() == WatermarkStatus.ACTIVE) {
            idleNow.remove(subtask);
        } else if (changed.subtask()
                < partitions.getOrDefault(changed.operator(), List.of()).size()) {
            idle = "'" + changed.operator() + "' was idle";
            idleNow.add(subtask);
        }
    }

    private void seeTimer(Effect.TimerChanged timer, boolean element) {
        if (!timer.eventTime()) {
            processingTimer = "'" + timer.operator() + "' set a timer of processing time";
        } else if (late == null && element) {
            long watermark = watermarks.getOrDefault(timer.operator() + "#" + timer.subtask(), Long.MIN_VALUE);
            if (timer.timestamp() <= watermark) {
                late = "a timer was late: '" + timer.operator() + "' set it for " + Times.text(timer.timestamp())
                        + " when its watermark was " + Times.text(watermark);
            }
        }
    }

    private void seeSession(Effect.Fired fired) {
        if (fired.window() instanceof TimeWindow window) {
            firedSessions.add(session(fired.operator(), fired.key(), window.end()));
        }
    }

    private static String session(String operator, Object key, long edge) {
        return operator + "\n" + ValueText.print(key) + "\n" + edge;
    }

    /** The key under which a step was done, empty where there is none. */
    String key(long step) {
        return keys.getOrDefault(step, "");
    }

    Assumptions assumptions() {
        return new Assumptions(
                Optional.ofNullable(late),
                Optional.ofNullable(processingTimer),
                Optional.ofNullable(touchingSessions),
                Optional.ofNullable(idleAtEnd),
                Optional.ofNullable(idle));
    }
}
