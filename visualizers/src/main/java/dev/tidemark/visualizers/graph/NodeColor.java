package dev.tidemark.visualizers.graph;

import java.util.Locale;

/** The colours of an operator's box, by what the operator is. */
enum NodeColor {
    SOURCE("#e3f1ea", "#1e7a45"),
    SINK("#f3e8f5", "#7b3f8c"),
    STATEFUL("#e2ecf7", "#2a6fbb"),
    OTHER("#f2f4f6", "#8a939c");

    private final String fill;
    private final String stroke;

    NodeColor(String fill, String stroke) {
        this.fill = fill;
        this.stroke = stroke;
    }

    static NodeColor of(String kind) {
        String word = kind.toLowerCase(Locale.ROOT);
        if (word.contains("source")) {
            return SOURCE;
        }
        if (word.contains("sink") || word.contains("collect")) {
            return SINK;
        }
        boolean stateful = word.contains("window") || word.contains("join") || word.contains("process");
        return stateful ? STATEFUL : OTHER;
    }

    String fill() {
        return fill;
    }

    String stroke() {
        return stroke;
    }
}
