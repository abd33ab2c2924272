package dev.tidemark.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** Finds what a function would lose at a restart: fields that it changes. */
final class FunctionFields {
    private FunctionFields() {}

    /** Warns of fields that are neither final nor transient: they begin anew whenever the job restarts. */
    static void warn(NodeBuilder node, Object function) {
        for (Class<?> type = function.getClass();
                type != Object.class && type != null && !type.isRecord();
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                int modifiers = field.getModifiers();
                if (!Modifier.isStatic(modifiers)
                        && !Modifier.isFinal(modifiers)
                        && !Modifier.isTransient(modifiers)
                        && !field.isSynthetic()) {
                    node.warn("the function " + type.getSimpleName() + " has a field '" + field.getName()
                            + "' that it can change; it is lost at a restart and when going back: keep it in state, or "
                            + "make it final or transient");
                }
            }
        }
    }
}
