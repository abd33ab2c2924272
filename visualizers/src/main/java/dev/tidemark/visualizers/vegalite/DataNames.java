package dev.tidemark.visualizers.vegalite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives every table of a specification one name, so that views which share a table carry it once. */
final class DataNames {
    private final List<Rows> tables = new ArrayList<>();

    String nameOf(Rows rows) {
        for (int i = 0; i < tables.size(); i++) {
            if (tables.get(i) == rows) {
                return name(i);
            }
        }
        tables.add(rows);
        return name(tables.size() - 1);
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < tables.size(); i++) {
            tree.put(name(i), tables.get(i).tree());
        }
        return tree;
    }

    private static String name(int index) {
        return "rows" + (index + 1);
    }
}
