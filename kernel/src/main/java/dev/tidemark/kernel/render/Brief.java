package dev.tidemark.kernel.render;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The beginning of a value's text, for lists of many values: takes no longer for a large collection than for a small one. */
public final class Brief {
    private static final int LONGEST = 100;

    private Brief() {}

    /**
     * One short line about a value; a {@code toString()} that throws is part of what it says.
     *
     * @param value any value, null included
     * @return at most some hundred characters
     */
    public static String of(@Nullable Object value) {
        try {
            return text(value).replaceAll("\\s*\\R\\s*", " ");
        } catch (RuntimeException | StackOverflowError | LinkageError thrown) {
            return "cannot be shown: " + thrown;
        }
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Collection<?> elements) {
            return elements(elements.iterator(), elements.size(), "[", "]");
        }
        if (value instanceof Map<?, ?> map) {
            return elements(map.entrySet().iterator(), map.size(), "{", "}");
        }
        if (value != null && value.getClass().isArray()) {
            int length = Array.getLength(value);
            return elements(
                    IntStream.range(0, length)
                            .<@Nullable Object>mapToObj(i -> Array.get(value, i))
                            .iterator(),
                    length,
                    "[",
                    "]");
        }
        String text = String.valueOf(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String elements(Iterator<?> elements, int size, String open, String close) {
        StringBuilder text = new StringBuilder(open);
        int shown = 0;
        while (elements.hasNext() && text.length() < LONGEST) {
            text.append(shown == 0 ? "" : ", ").append(text(elements.next()));
            shown++;
        }
        return text.append(elements.hasNext() ? Text.count(", … %,d more", size - shown) : "")
                .append(close)
                .toString();
    }
}
