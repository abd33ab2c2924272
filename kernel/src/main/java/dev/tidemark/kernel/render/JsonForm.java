package dev.tidemark.kernel.render;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any value as JSON's maps, lists, strings, numbers and booleans: a record is a map, whatever else has no form is its text. */
final class JsonForm {
    private JsonForm() {}

    static @Nullable Object of(@Nullable Object value) throws ReflectiveOperationException {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> form = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                form.put(String.valueOf(entry.getKey()), of(entry.getValue()));
            }
            return form;
        }
        if (value instanceof Iterable<?> values) {
            List<@Nullable Object> form = new ArrayList<>();
            for (Object one : values) {
                form.add(of(one));
            }
            return form;
        }
        if (value.getClass().isArray()) {
            List<@Nullable Object> form = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                form.add(of(Array.get(value, i)));
            }
            return form;
        }
        return value instanceof Record record ? record(record) : value.toString();
    }

    private static Map<String, @Nullable Object> record(Record value) throws ReflectiveOperationException {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            form.put(component.getName(), of(component.getAccessor().invoke(value)));
        }
        return form;
    }
}
