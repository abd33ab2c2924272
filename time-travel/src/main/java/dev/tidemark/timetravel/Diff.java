package dev.tidemark.timetravel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * In what two runs differ: the first step at which they part, and what each has, where it stands, that the other has not.
 *
 * <p>Steps are compared by what they tell. Results are compared for each sink: panes by key, window and firing, others as a
 * multiset, since their order differs from schedule to schedule; state, timers and watermarks by operator, key and name,
 * on whatever subtask they are.
 */
public final class Diff {
    private static final int PRINTED = 20;
    private static final int WIDEST = 60;

    private final String here;
    private final String there;
    private final @Nullable Divergence divergence;
    private final List<Difference> rows;

    Diff(String here, String there, @Nullable Divergence divergence, List<Difference> rows) {
        this.here = here;
        this.there = there;
        this.divergence = divergence;
        this.rows = List.copyOf(rows);
    }

    /** The first step at which the runs part; empty when both did the same as far as each has come. */
    public Optional<Divergence> divergence() {
        return Optional.ofNullable(divergence);
    }

    /** What differs where the runs stand: results first, then state, timers, watermarks and the rest. */
    public List<Difference> rows() {
        return rows;
    }

    /** What differs of one kind, such as {@code result} or {@code state}. */
    public List<Difference> rows(String what) {
        return rows.stream().filter(row -> row.what().equals(what)).toList();
    }

    /** Whether the runs did the same steps and have the same. */
    public boolean none() {
        return divergence == null && rows.isEmpty();
    }

    /** The first step at which they part, and a table of the first {@value #PRINTED} things that differ. */
    @Override
    public String toString() {
        String parted = divergence == null ? "the runs did the same steps" : divergence.toString();
        String where = "\nhere is " + here + "; there is " + there + "\n";
        if (rows.isEmpty()) {
            return parted + where + "nothing differs where they stand";
        }
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("what", "where", "about", "here", "there"));
        rows.stream().limit(PRINTED).forEach(row -> table.add(cells(row)));
        return parted
                + where
                + text(table)
                + (rows.size() > PRINTED ? "\n… and " + (rows.size() - PRINTED) + " more" : "");
    }

    private static List<String> cells(Difference row) {
        return List.of(row.what(), row.where(), row.about(), narrow(row.here()), narrow(row.there()));
    }

    private static String narrow(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
    }

    private static String text(List<List<String>> table) {
        int[] widths = new int[table.get(0).size()];
        for (List<String> row : table) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : table) {
            lines.add(IntStream.range(0, widths.length)
                    .mapToObj(
                            i -> row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                    .collect(Collectors.joining(" │ "))
                    .stripTrailing());
        }
        lines.add(1, IntStream.of(widths).mapToObj("─"::repeat).collect(Collectors.joining("─┼─")));
        return String.join("\n", lines);
    }
}
