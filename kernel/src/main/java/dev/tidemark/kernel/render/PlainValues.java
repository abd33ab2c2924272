package dev.tidemark.kernel.render;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** The renderers for values of the JDK: tables, lists, maps, arrays, images, throwables, strings. */
final class PlainValues {
    private PlainValues() {}

    static void register(Renderers renderers) {
        renderers.add(Object.class, PlainValues::array);
        renderers.add(CharSequence.class, text -> Map.of("text/plain", Text.cut(text.toString())));
        renderers.add(Throwable.class, PlainValues::throwable);
        renderers.add(RenderedImage.class, PlainValues::image);
        renderers.add(Map.class, PlainValues::map);
        renderers.add(Collection.class, PlainValues::collection);
    }

    private static Map<String, Object> throwable(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return Map.of("text/plain", Text.cut(trace.toString().strip()));
    }

    private static Map<String, Object> image(RenderedImage image) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", png)) {
            return Map.of();
        }
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("image/png", Base64.getEncoder().encodeToString(png.toByteArray()));
        bundle.put("text/plain", "image, " + image.getWidth() + " × " + image.getHeight());
        return bundle;
    }

    private static Map<String, Object> map(Map<?, ?> map) {
        if (map.isEmpty()) {
            return Map.of("text/plain", "{}");
        }
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (rows.size() == Table.MOST_ROWS) {
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

    private static Map<String, Object> collection(Collection<?> values) throws ReflectiveOperationException {
        Class<?> recordType = commonRecord(values);
        return recordType == null
                ? Map.of("text/plain", Text.list(values, values.size(), Text::cell, "[", "]"))
                : records(recordType, values);
    }

    private static @Nullable Map<String, Object> array(Object value) throws ReflectiveOperationException {
        if (!value.getClass().isArray()) {
            return null;
        }
        return collection(new AbstractList<Object>() {
            @Override
            public Object get(int index) {
                return Array.get(value, index);
            }

            @Override
            public int size() {
                return Array.getLength(value);
            }
        });
    }

    /** The record class of all shown elements, or null if they are not all records of one class. */
    private static @Nullable Class<?> commonRecord(Collection<?> values) {
        Class<?> common = null;
        int looked = 0;
        for (Object value : values) {
            if (!(value instanceof Record) || (common != null && value.getClass() != common)) {
                return null;
            }
            common = value.getClass();
            if (++looked == Table.MOST_ROWS) {
                break;
            }
        }
        return common != null && common.getRecordComponents().length > 0 ? common : null;
    }

    private static Map<String, Object> records(Class<?> type, Collection<?> values)
            throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        List<List<String>> rows = new ArrayList<>();
        for (Object value : values) {
            if (rows.size() == Table.MOST_ROWS) {
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
