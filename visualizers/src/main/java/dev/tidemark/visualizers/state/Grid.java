package dev.tidemark.visualizers.state;

import dev.tidemark.visualizers.picture.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of text under headings, without the columns that are empty everywhere. */
record Grid(List<String> headings, List<List<String>> rows) {
    private static final List<String> HEADINGS = List.of("key", "window", "state", "value", "timers", "fires at");
    private static final int WIDEST_CELL = 60;

    /** Lines and colours come from the page's own text colour, so that they are right on light and on dark paper. */
    private static final String CELL = "padding:3px 12px 3px 0;text-align:left;vertical-align:top;"
            + "border-bottom:1px solid rgba(128,128,128,.3);";

    private static final String MONOSPACE = "font-family:monospace;font-size:12px;";

    static Grid of(List<StateRow> rows) {
        List<Integer> used = IntStream.range(0, HEADINGS.size())
                .filter(column ->
                        rows.stream().anyMatch(row -> !row.cells().get(column).isEmpty()))
                .boxed()
                .toList();
        List<List<String>> cells = new ArrayList<>();
        for (StateRow row : rows) {
            cells.add(used.stream().map(row.cells()::get).toList());
        }
        return new Grid(used.stream().map(HEADINGS::get).toList(), cells);
    }

    String html() {
        if (rows.isEmpty()) {
            return "";
        }
        StringBuilder html =
                new StringBuilder("<table style=\"border-collapse:collapse;font:13px sans-serif;color:inherit;"
                        + "background:transparent\"><thead><tr>");
        for (String heading : headings) {
            html.append("<th style=\"")
                    .append(CELL)
                    .append("font-weight:600\">")
                    .append(heading)
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            html.append("<tr style=\"background:transparent\">");
            for (int column = 0; column < row.size(); column++) {
                html.append("<td style=\"")
                        .append(CELL)
                        .append(look(headings.get(column)))
                        .append("\">")
                        .append(Markup.escape(row.get(column)))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private static String look(String heading) {
        return switch (heading) {
            case "key" -> "font-weight:600;white-space:pre";
            case "value" -> MONOSPACE + "white-space:pre-wrap;overflow-wrap:anywhere;min-width:12em";
            default -> MONOSPACE + "white-space:pre";
        };
    }

    String text() {
        int[] widths = new int[headings.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = headings.get(column).length();
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], cell(row.get(column)).length());
            }
        }
        StringBuilder text = new StringBuilder();
        if (!rows.isEmpty()) {
            line(text, headings, widths);
        }
        for (List<String> row : rows) {
            line(text, row, widths);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cell(cells.get(column));
            line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /** A cell on one line, cut where it is too wide for plain text. */
    private static String cell(String value) {
        String line = value.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
        return line.length() <= WIDEST_CELL ? line : line.substring(0, WIDEST_CELL - 1) + "…";
    }
}
