package dev.tidemark.kernel.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows of text under headings, as HTML and as plain text.
 *
 * @param headings one for each column
 * @param rows the rows that are shown, each as long as the headings
 * @param total how many rows there are in all
 * @param numeric which columns hold numbers, and so are set flush right
 */
record Table(List<String> headings, List<List<String>> rows, int total, List<Boolean> numeric) {
    /** Sorts by the clicked heading, the other way round at the second click; needs no network and no library. */
    private static final String SORT = String.join(
            "",
            "(function(t,e){var h=e.target.closest('th');if(!h)return;",
            "var a=[].slice.call(h.parentNode.children),n=a.indexOf(h),b=t.tBodies[0],",
            "d=h.getAttribute('aria-sort')==='ascending'?-1:1,m=h.dataset.numeric;",
            "a.forEach(function(o){o.removeAttribute('aria-sort')});",
            "h.setAttribute('aria-sort',d>0?'ascending':'descending');",
            "[].slice.call(b.rows).map(function(r,i){var s=r.cells[n].textContent,f=parseFloat(s);",
            "return{r:r,i:i,k:m?(isNaN(f)?Infinity*d:f):s}}).sort(function(x,y){",
            "return d*(m?(x.k>y.k?1:x.k<y.k?-1:0):x.k.localeCompare(y.k,undefined,{numeric:true}))||x.i-y.i",
            "}).forEach(function(x){b.appendChild(x.r)})})(this,event)");
    /** Colours come from the page, so that dark themes stay dark. */
    private static final String LOOK = "<style>.tidemark-table th{cursor:pointer;user-select:none}"
            + ".tidemark-table th[aria-sort=ascending]::after{content:' ▲'}"
            + ".tidemark-table th[aria-sort=descending]::after{content:' ▼'}</style>";

    private static final int ONE_LINE = 40;

    Table {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
        numeric = List.copyOf(numeric);
    }

    Map<String, Object> mimeBundle() {
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("text/html", html());
        bundle.put("text/plain", text());
        return bundle;
    }

    private String html() {
        StringBuilder html = new StringBuilder(LOOK)
                .append("<table class=\"tidemark-table\" onclick=\"")
                .append(Text.escape(SORT))
                .append("\"><thead><tr>");
        for (int i = 0; i < headings.size(); i++) {
            html.append("<th title=\"sort\"")
                    .append(numeric.get(i) ? " data-numeric=\"yes\"" : "")
                    .append(style(i, true))
                    .append('>')
                    .append(Text.escape(headings.get(i)))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                html.append("<td")
                        .append(style(i, row.get(i).length() <= ONE_LINE))
                        .append('>')
                        .append(Text.escape(row.get(i)))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
        return left() == 0 ? html.toString() : html + "<p>" + leftOut() + "</p>";
    }

    /** Numbers are flush right; short cells stay in one line, as a time that wraps is hard to read. */
    private String style(int column, boolean oneLine) {
        return " style=\"text-align:" + (numeric.get(column) ? "right" : "left")
                + (oneLine ? ";white-space:nowrap\"" : "\"");
    }

    private String text() {
        int[] widths = new int[headings.size()];
        List<List<String>> all = new ArrayList<>(List.of(headings));
        rows.forEach(
                row -> all.add(row.stream().map(cell -> cell.replace('\n', ' ')).toList()));
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines =
                all.stream().map(row -> line(row, widths)).collect(Collectors.toCollection(ArrayList::new));
        lines.add(
                1,
                Arrays.stream(widths)
                        .mapToObj(width -> "─".repeat(Math.max(1, width)))
                        .collect(Collectors.joining("─┼─")));
        if (left() > 0) {
            lines.add(leftOut());
        }
        return String.join("\n", lines);
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - row.get(i).length());
            line.append(i == 0 ? "" : " │ ");
            line.append(numeric.get(i) ? padding + row.get(i) : row.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }

    private int left() {
        return total - rows.size();
    }

    private String leftOut() {
        return "… " + Text.count("%,d", left()) + " more, " + Text.count("%,d", total) + " in all";
    }
}
