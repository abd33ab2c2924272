package dev.tidemark.engine.state.codec;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where two values differ; arrays, which are only equal to themselves, are compared by what is in them. */
final class Difference {
    private Difference() {}

    /** The path to the first part that differs, beginning with the given one; null if the values are the same. */
    static @Nullable String between(String path, @Nullable Object left, @Nullable Object right) {
        if (Objects.equals(left, right)) {
            return null;
        }
        if (left == null || right == null) {
            return path;
        }
        if (left.getClass().isRecord() && left.getClass() == right.getClass()) {
            return ofRecords(path, left, right);
        }
        if (left.getClass().isArray() && left.getClass() == right.getClass()) {
            return ofArrays(path, left, right);
        }
        if (left instanceof Optional<?> one && right instanceof Optional<?> other) {
            return between(path + "?", one.orElse(null), other.orElse(null));
        }
        if (left instanceof Map<?, ?> one && right instanceof Map<?, ?> other) {
            return ofMaps(path, one, other);
        }
        if (left instanceof Collection<?> one && right instanceof Collection<?> other && !(left instanceof Set<?>)) {
            return ofCollections(path, one, other);
        }
        return path;
    }

    private static @Nullable String ofRecords(String path, Object left, Object right) {
        RecordShape shape = RecordShape.of(left.getClass());
        for (int i = 0; i < shape.components().size(); i++) {
            String part = path + "." + shape.components().get(i).name();
            String found = between(part, shape.value(left, i), shape.value(right, i));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String ofArrays(String path, Object left, Object right) {
        if (Array.getLength(left) != Array.getLength(right)) {
            return path;
        }
        for (int i = 0; i < Array.getLength(left); i++) {
            String found = between(path + "[" + i + "]", Array.get(left, i), Array.get(right, i));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String ofMaps(String path, Map<?, ?> left, Map<?, ?> right) {
        if (left.size() != right.size()) {
            return path;
        }
        for (Map.Entry<?, ?> entry : left.entrySet()) {
            String part = path + "{" + entry.getKey() + "}";
            if (!right.containsKey(entry.getKey())) {
                return part;
            }
            String found = between(part, entry.getValue(), right.get(entry.getKey()));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String ofCollections(String path, Collection<?> left, Collection<?> right) {
        if (left.size() != right.size()) {
            return path;
        }
        Iterator<?> other = right.iterator();
        int index = 0;
        for (Object each : left) {
            String found = between(path + "[" + index++ + "]", each, other.next());
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
