package dev.tidemark.visualizers.state;

import dev.tidemark.visualizers.picture.Markup;
import dev.tidemark.visualizers.picture.MimeTypes;
import dev.tidemark.visualizers.picture.Picture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The state of an operator as a table. Immutable. Columns that are empty in every row are left out; of many rows the first
 * ones are shown and the others counted.
 *
 * @param title whose state it is
 * @param rows the rows in the order in which they are shown
 * @param mostRows how many rows are shown at most
 */
public record StateTable(String title, List<StateRow> rows, int mostRows) implements Picture {
    private static final int USUAL_ROWS = 50;

    /** Copies the rows. */
    public StateTable {
        rows = List.copyOf(rows);
        if (mostRows < 1) {
            throw new IllegalArgumentException("a table shows at least one row, not " + mostRows);
        }
    }

    /** A table that shows up to fifty rows. */
    public StateTable(String title, List<StateRow> rows) {
        this(title, rows, USUAL_ROWS);
    }

    @Override
    public Map<String, Object> mimeBundle() {
        Grid grid = Grid.of(rows.subList(0, Math.min(mostRows, rows.size())));
        Map<String, Object> forms = new LinkedHashMap<>();
        forms.put(
                MimeTypes.HTML,
                "<div class=\"tidemark-state\"><div style=\"font:600 14px sans-serif\">" + Markup.escape(title)
                        + "</div>"
                        + "<div style=\"font:12px sans-serif;opacity:.75;margin:2px 0 6px\">" + Markup.escape(caption())
                        + "</div>" + grid.html() + "</div>");
        forms.put(MimeTypes.TEXT, title + " (" + caption() + ")\n" + grid.text());
        return forms;
    }

    /** How many rows there are, and how many of them are shown if not all are. */
    public String caption() {
        if (rows.isEmpty()) {
            return "no state";
        }
        if (rows.size() <= mostRows) {
            return rows.size() == 1 ? "1 row" : String.format(Locale.ROOT, "%,d rows", rows.size());
        }
        return String.format(
                Locale.ROOT, "the first %,d of %,d rows; %,d more", mostRows, rows.size(), rows.size() - mostRows);
    }
}
