package dev.tidemark.flink.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.flink.referee.WrittenVerdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The table of planted faults in {@code docs/conformance.md}.
 *
 * <p>It names the faults that every run plants; how many cases each took is that of the run that wrote it, with {@code
 * -Dtidemark.docs.write=true}.
 */
final class FaultTable {
    private static final Path PAGE = Path.of("..", "docs", "conformance.md");
    private static final String HEAD = "| what is wrong | where | cases | seed | found by |\n|---|---|---|---|---|\n";

    private FaultTable() {}

    /** Compares the rows of a run with the page, or writes them there. */
    static void check(List<String> rows) throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(HEAD) + HEAD.length();
        int to = from;
        while (page.startsWith("|", to)) {
            to = page.indexOf('\n', to) + 1;
        }
        if (WrittenVerdicts.WRITING) {
            String table = rows.stream().map(row -> row + "\n").collect(Collectors.joining());
            Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
            return;
        }
        assertThat(page.substring(from, to).lines().map(FaultTable::planted))
                .as("the table of docs/conformance.md is made by " + WrittenVerdicts.COMMAND)
                .containsExactlyElementsOf(
                        rows.stream().map(FaultTable::planted).toList());
    }

    /** What is wrong, and where. */
    private static String planted(String row) {
        return row.substring(0, row.indexOf("` |"));
    }
}
