package dev.tidemark.kernel.shell;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the values of notebook variables when JShell compiles their snippets again.
 *
 * <p>A snippet that depends on one that was declared again gets a new class ({@code $JShell$12B} after {@code $JShell$12}),
 * and its variable would begin at null. Its value moves into the new class if it still fits the type; what does not fit,
 * such as an object of a record that was declared again, is lost, and is said to be.
 */
final class CarriedValues {
    private final Map<String, List<Class<?>>> generations = new HashMap<>();
    private final Set<String> lost = new LinkedHashSet<>();

    /** Moves values into a class that was just loaded. */
    synchronized void loaded(Class<?> snippetClass) {
        String name = snippetClass.getName();
        if (!name.startsWith(Placements.PREFIX) || !name.equals(Placements.outerClass(name))) {
            return;
        }
        List<Class<?>> classes = generations.computeIfAbsent(snippetOf(name), first -> new ArrayList<>());
        Class<?> before = classes.isEmpty() ? null : classes.get(classes.size() - 1);
        if (before == snippetClass) {
            return;
        }
        classes.add(snippetClass);
        if (before == null) {
            return;
        }
        for (Field field : snippetClass.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                move(before, field);
            }
        }
    }

    /** Whether a variable's value was lost since this was asked last. */
    synchronized boolean takeLost(String variable) {
        return lost.remove(variable);
    }

    /** Gives the fields of a variable's older classes its value of now, so that no older value is kept alive. */
    synchronized void settle(String className, String variable) {
        List<Class<?>> classes = generations.getOrDefault(snippetOf(className), List.of());
        for (int i = 0; i < classes.size() - 1; i++) {
            Field now = field(classes.get(classes.size() - 1), variable);
            Field older = field(classes.get(i), variable);
            if (now != null && older != null) {
                set(older, get(now));
            }
        }
    }

    /** Sets a field to a value, or to null, zero or false if the value does not fit. */
    static void set(Field field, @Nullable Object value) {
        boolean fits = field.getType().isInstance(value);
        Object begins = Array.get(Array.newInstance(field.getType(), 1), 0);
        try {
            field.set(null, fits || (field.getType().isPrimitive() && value != null) ? value : begins);
        } catch (IllegalArgumentException anotherPrimitive) {
            set(field, null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the variable '" + field.getName() + "' cannot be set", e);
        }
    }

    static @Nullable Object get(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the variable '" + field.getName() + "' cannot be read", e);
        }
    }

    static @Nullable Field field(Class<?> holder, String variable) {
        try {
            Field field = holder.getDeclaredField(variable);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException none) {
            return null;
        }
    }

    private static String snippetOf(String className) {
        return className.replaceFirst("[A-Z]+$", "");
    }

    private void move(Class<?> before, Field to) {
        Field from = field(before, to.getName());
        if (from == null) {
            return;
        }
        to.setAccessible(true);
        Object value = get(from);
        if (fits(to, value, from)) {
            set(to, value);
        } else if (value != null) {
            lost.add(to.getName());
        }
    }

    private static boolean fits(Field to, @Nullable Object value, Field from) {
        return to.getType().isPrimitive()
                ? to.getType() == from.getType()
                : to.getType().isInstance(value);
    }
}
