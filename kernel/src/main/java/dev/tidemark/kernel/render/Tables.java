package dev.tidemark.kernel.render;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collections, arrays and maps: a table where the elements are records of one class, else a list. */
final class Tables {
    private static final int MOST_ROWS = 50;

    private volatile int mostRows = MOST_ROWS;

    int mostRows() {
        return mostRows;
    }

    /** Sets how many rows a table shows before it is cut. */
    void mostRows(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("a table cannot be cut at " + rows + " rows; give at least 1");
        }
        mostRows = rows;
    }

    Map<String, Object> map(Map<?, ?> map) {
        if (map.isEmpty()) {
            return Map.of("text/plain", "{}");
        }
        int most = mostRows;
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (rows.size() == most) {
                break;
            }
            rows.add(List.of(Text.cell(entry.getKey()), Text.cell(entry.getValue())));
        }
        Table table = new Table(List.of("key", "value"), rows, map.size(), List.of(false, false));
        Map<String, Object> bundle = table.mimeBundle();
        bundle.put(
                "text/plain",
                Text.list(
                        map.entrySet(),
                        map.size(),
                        entry -> Text.cell(entry.getKey()) + "=" + Text.cell(entry.getValue()),
                        "{",
                        "}"));
        return bundle;
    }

    Map<String, Object> collection(Collection<?> values, int most) throws ReflectiveOperationException {
        Class<?> recordType = commonRecord(values, most);
        return recordType == null
                ? Map.of("text/plain", Text.list(values, values.size(), Text::cell, "[", "]"))
                : records(recordType, values, most);
    }

    Map<String, Object> array(Object array) throws ReflectiveOperationException {
        List<Object> elements = new AbstractList<>() {
            @Override
            public Object get(int index) {
                return Array.get(array, index);
            }

            @Override
            public int size() {
                return Array.getLength(array);
            }
        };
        return collection(elements, mostRows);
    }

    /** The record class of all shown elements, or null if they are not all records of one class. */
    private static @Nullable Class<?> commonRecord(Collection<?> values, int most) {
        Class<?> common = null;
        int looked = 0;
        for (Object value : values) {
            if (!(value instanceof Record) || (common != null && value.getClass() != common)) {
                return null;
            }
            common = value.getClass();
            if (++looked == most) {
                break;
            }
        }
        return common != null && common.getRecordComponents().length > 0 ? common : null;
    }

    private static Map<String, Object> records(Class<?> type, Collection<?> values, int most)
            throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        List<List<String>> rows = new ArrayList<>();
        for (Object value : values) {
            if (rows.size() == most) {
                break;
            }
            rows.add(row(value, components));
        }
        List<Boolean> numeric = Arrays.stream(components)
                .map(component -> component.getType().isPrimitive()
                        ? component.getType() != boolean.class && component.getType() != char.class
                        : Number.class.isAssignableFrom(component.getType()))
                .toList();
        List<String> headings =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        return new Table(headings, rows, values.size(), numeric).mimeBundle();
    }

    private static List<String> row(Object value, RecordComponent[] components) throws ReflectiveOperationException {
        List<String> row = new ArrayList<>();
        for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
            try {
                row.add(Text.cell(component.getAccessor().invoke(value)));
            } catch (InvocationTargetException thrown) {
                row.add(String.valueOf(thrown.getCause()));
            }
        }
        return row;
    }
}
