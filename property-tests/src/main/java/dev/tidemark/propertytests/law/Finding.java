package dev.tidemark.propertytests.law;

import java.util.ArrayList;
import java.util.List;

/**
 * What broke a law.
 *
 * @param what in a sentence
 * @param expected what should have come, a line for each key or place
 * @param actual what came instead
 * @param first the first difference
 * @param meaning what it usually means
 */
public record Finding(String what, List<String> expected, List<String> actual, String first, String meaning) {
    private static final int MOST_LINES = 8;

    public Finding {
        expected = List.copyOf(expected);
        actual = List.copyOf(actual);
    }

    /** The expected and actual lines with their labels, long ones folded. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        add(lines, "expected", expected);
        add(lines, "actual", actual);
        lines.add("first difference  " + first);
        return lines;
    }

    private static void add(List<String> lines, String label, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            if (i == MOST_LINES) {
                lines.add("          … " + (texts.size() - i) + " more");
                return;
            }
            lines.add((i == 0 ? label + "          ".substring(label.length()) : "          ") + texts.get(i));
        }
    }
}
