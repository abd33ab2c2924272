package dev.tidemark.engine;

import dev.tidemark.engine.evictor.Evictor;
import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.trigger.Trigger;
import dev.tidemark.engine.window.Lateness;
import dev.tidemark.engine.window.WindowAssigner;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The text of a parameter in a topology: the same for every build, in every JVM. */
final class Described {
    private Described() {}

    /** Its own text without what differs between JVMs, or the name of its class when it has none. */
    static String of(Object parameter) {
        Class<?> type = parameter.getClass();
        return hasText(type)
                ? stable(parameter.toString())
                : type.getName().substring(type.getName().lastIndexOf('.') + 1);
    }

    private static String stable(String text) {
        return text.indexOf('@') < 0
                ? text
                : text.replaceAll("[\\w.$]*\\$\\$Lambda[\\w.$/]*@[0-9a-f]+", "a lambda")
                        .replaceAll("@[0-9a-f]+\\b", "");
    }

    /** What windows are and what is made of them: {@code tumbling 10s, reduce, lateness 1s}. */
    static String windows(
            WindowAssigner<?, ?> assigner,
            String what,
            Trigger<?, ?> trigger,
            @Nullable Evictor<?, ?> evictor,
            Lateness lateness) {
        return of(assigner) + ", " + what
                + (trigger.equals(assigner.defaultTrigger()) ? "" : ", " + of(trigger))
                + (evictor == null ? "" : ", " + of(evictor))
                + lateness(lateness.allowedMillis());
    }

    /** How the text of windows ends. */
    static String lateness(long allowedMillis) {
        return allowedMillis == 0 ? "" : ", lateness " + Times.text(Duration.ofMillis(allowedMillis));
    }

    /** How the text of a source ends. */
    static String watermarks(Watermarks<?> watermarks) {
        return "; watermarks " + watermarks;
    }

    private static boolean hasText(Class<?> type) {
        try {
            return type.getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            throw new AssertionError("every class has toString()", e);
        }
    }
}
