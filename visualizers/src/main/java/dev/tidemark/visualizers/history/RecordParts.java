package dev.tidemark.visualizers.history;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** The values of a record's components that are there, in order. */
final class RecordParts {
    private RecordParts() {}

    static List<Object> of(Object value) {
        List<Object> parts = new ArrayList<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                Object part = component.getAccessor().invoke(value);
                if (part != null) {
                    parts.add(part);
                }
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("component " + component + " can't be read", e);
            }
        }
        return parts;
    }
}
