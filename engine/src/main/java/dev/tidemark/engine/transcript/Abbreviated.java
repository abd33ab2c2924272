package dev.tidemark.engine.transcript;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a collection held at one moment, in a few words: its last elements and how many there were. */
public record Abbreviated(String text) {
    private static final int SHOWN = 3;

    /** The value itself, or if it is a collection, which goes on changing, its abbreviation. */
    public static Object of(Object value) {
        if (value instanceof Collection<?> items) {
            return new Abbreviated(text("[", items, items.size(), "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return new Abbreviated(text("{", map.entrySet(), map.size(), "}"));
        }
        return value.getClass().isArray() ? new Abbreviated(ValueText.print(value)) : value;
    }

    private static String text(String open, Collection<?> items, int size, String close) {
        List<?> last = items instanceof List<?> list
                ? list.subList(Math.max(0, size - SHOWN), size)
                : items.stream().limit(SHOWN).toList();
        List<String> words = new ArrayList<>();
        for (Object item : last) {
            words.add(
                    item instanceof Map.Entry<?, ?> entry
                            ? ValueText.print(entry.getKey()) + ": " + ValueText.print(entry.getValue())
                            : ValueText.print(item));
        }
        String shown = String.join(", ", words);
        if (size <= SHOWN) {
            return open + shown + close;
        }
        String rest = "… " + (size - SHOWN) + " more";
        return open + (items instanceof List ? rest + ", " + shown : shown + ", " + rest) + close;
    }
}
