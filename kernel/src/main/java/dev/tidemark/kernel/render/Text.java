package dev.tidemark.kernel.render;

import java.lang.reflect.Array;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Text that stays short whatever the value: cut at a limit, with a count of what was left out. */
public final class Text {
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_CELL = 200;
    private static final int MOST_ELEMENTS = 1_000;

    private Text() {}

    static String cut(String text) {
        return text.length() <= LONGEST_TEXT
                ? text
                : text.substring(0, LONGEST_TEXT) + count("%n… %,d characters more", text.length() - LONGEST_TEXT);
    }

    /** The text of a value inside a table or a list. */
    static String cell(@Nullable Object value) {
        String text = value != null && value.getClass().isArray() ? array(value) : String.valueOf(value);
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL) + "…";
    }

    /** The elements of an array inside something else, however deep; what would not be seen is not visited. */
    private static String array(Object array) {
        StringBuilder text = new StringBuilder("[");
        int length = Array.getLength(array);
        for (int i = 0; i < length && text.length() <= LONGEST_CELL; i++) {
            text.append(i == 0 ? "" : ", ").append(cell(Array.get(array, i)));
        }
        return text.append(']').toString();
    }

    /** {@code [a, b, c, … 7 more]}. */
    static <T> String list(Iterable<T> elements, int size, Function<T, String> text, String open, String close) {
        StringBuilder joined = new StringBuilder(open);
        Iterator<T> each = elements.iterator();
        for (int i = 0; i < MOST_ELEMENTS && each.hasNext(); i++) {
            joined.append(i == 0 ? "" : ", ").append(text.apply(each.next()));
        }
        if (each.hasNext()) {
            joined.append(count(", … %,d more", size - MOST_ELEMENTS));
        }
        return joined.append(close).toString();
    }

    /**
     * Breaks long lines at blanks; what a line begins with is repeated as blanks, so that items keep their indentation.
     *
     * @param text lines
     * @param columns the longest line, unless a word is longer
     * @return the text in lines
     */
    public static String wrap(String text, int columns) {
        return text.lines().map(line -> wrapLine(line, columns)).collect(Collectors.joining("\n"));
    }

    private static String wrapLine(String line, int columns) {
        int indent = 0;
        while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '•')) {
            indent++;
        }
        StringBuilder wrapped = new StringBuilder();
        int from = 0;
        int width = columns;
        while (line.length() - from > width) {
            int blank = line.lastIndexOf(' ', from + width);
            int first = from == 0 ? indent : from;
            int end = blank > first ? blank : line.indexOf(' ', from + width);
            if (end < 0) {
                break;
            }
            wrapped.append(line, from, end).append('\n').append(" ".repeat(indent));
            from = end + 1;
            width = columns - indent;
        }
        return wrapped.append(line.substring(from)).toString();
    }

    static String count(String format, long number) {
        return String.format(Locale.ROOT, format, number);
    }

    /**
     * Makes text safe inside HTML, attributes included.
     *
     * @param text any text
     * @return the text with its markup characters escaped
     */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
