package dev.tidemark.engine.checkpoint.untyped;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A record that was read without its class.
 *
 * @param type its name, with type arguments where it is generic
 * @param fields its components by name, in the order of their declaration
 */
public record RecordValue(String type, Map<String, @Nullable Object> fields) {
    public RecordValue {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * The value of a component.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public @Nullable Object field(String name) {
        requireField(name);
        return fields.get(name);
    }

    /**
     * The same with another value for a component.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public RecordValue with(String name, @Nullable Object value) {
        requireField(name);
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return new RecordValue(type, changed);
    }

    private void requireField(String name) {
        if (!fields.containsKey(name)) {
            throw new IllegalArgumentException(
                    "a " + type + " has no component '" + name + "'; it has " + fields.keySet());
        }
    }

    /** As a record prints itself in a transcript: {@code Quake(id=ak1, mag=2.3)}. */
    @Override
    public String toString() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining(", ", type + "(", ")"));
    }
}
