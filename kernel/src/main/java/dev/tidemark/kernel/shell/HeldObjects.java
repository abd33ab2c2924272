package dev.tidemark.kernel.shell;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The objects of notebook classes, lambdas among them, that some objects hold: captured, in fields, in collections. */
final class HeldObjects {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();
    private final Deque<Object> found = new ArrayDeque<>();

    private HeldObjects() {}

    /** The given objects and those that they hold, in the order in which they are found. */
    static Collection<Object> of(List<?> objects) {
        HeldObjects held = new HeldObjects();
        objects.forEach(held::add);
        while (!held.open.isEmpty()) {
            held.look(held.open.pop());
        }
        return held.found;
    }

    private void add(@Nullable Object object) {
        if (object != null && seen.add(object)) {
            open.add(object);
        }
    }

    private void look(Object object) {
        if (object.getClass().getName().startsWith(Placements.PREFIX)) {
            found.add(object);
            for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive()) {
                        add(read(field, object));
                    }
                }
            }
        } else if (object instanceof Collection<?> elements) {
            elements.forEach(this::add);
        } else if (object instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                add(key);
                add(value);
            });
        } else if (object.getClass().isArray()
                && !object.getClass().componentType().isPrimitive()) {
            for (int i = 0; i < Array.getLength(object); i++) {
                add(Array.get(object, i));
            }
        }
    }

    /** A field that the JDK keeps to itself holds nothing of the notebook's. */
    private static @Nullable Object read(Field field, Object holder) {
        try {
            field.setAccessible(true);
            return field.get(holder);
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return null;
        }
    }
}
