package dev.tidemark.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a function would lose at a restart: fields that it changes. */
final class FunctionFields {
    private FunctionFields() {}

    /** Warns of fields that are neither final nor transient: they begin anew whenever the job restarts. */
    static void warn(NodeBuilder node, @Nullable Object... functions) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object function : functions) {
            look(node, function, seen);
        }
    }

    /** Looks into a function, and into those that a record of ours or of the user's holds. */
    private static void look(NodeBuilder node, @Nullable Object function, Set<Object> seen) {
        if (function == null || function.getClass().getName().startsWith("java.") || !seen.add(function)) {
            return;
        }
        for (Class<?> type = function.getClass(); type != Object.class && type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                int modifiers = field.getModifiers();
                if (Modifier.isStatic(modifiers) || Modifier.isTransient(modifiers) || field.isSynthetic()) {
                    continue;
                }
                if (!Modifier.isFinal(modifiers)) {
                    node.warn("the function " + type.getSimpleName() + " has a field '" + field.getName()
                            + "' that it can change; it is lost at a restart and when going back: keep it in state, or "
                            + "make it final or transient");
                } else if (type.isRecord() && field.trySetAccessible()) {
                    look(node, valueOf(field, function), seen);
                }
            }
        }
    }

    private static @Nullable Object valueOf(Field field, Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new AssertionError("the field was made accessible", e);
        }
    }
}
