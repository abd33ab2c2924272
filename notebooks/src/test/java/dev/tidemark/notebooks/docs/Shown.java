package dev.tidemark.notebooks.docs;

import java.util.List;

/** Compares what a cell showed with what a page promises: line by line, blanks at line ends aside; a line {@code ...} stands for any lines. */
final class Shown {

    private Shown() {}

    static boolean matches(String promised, String shown) {
        return matches(lines(promised), lines(shown));
    }

    private static boolean matches(List<String> promised, List<String> shown) {
        if (promised.isEmpty()) {
            return shown.isEmpty();
        }
        List<String> rest = promised.subList(1, promised.size());
        if (promised.get(0).strip().equals("...")) {
            return matches(rest, shown) || (!shown.isEmpty() && matches(promised, shown.subList(1, shown.size())));
        }
        return !shown.isEmpty()
                && promised.get(0).equals(shown.get(0))
                && matches(rest, shown.subList(1, shown.size()));
    }

    private static List<String> lines(String text) {
        return text.strip().lines().map(String::stripTrailing).toList();
    }
}
