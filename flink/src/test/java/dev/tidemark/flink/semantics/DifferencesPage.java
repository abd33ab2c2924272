package dev.tidemark.flink.semantics;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** {@code docs/flink-differences.md}: each known difference with what shows it. */
final class DifferencesPage {
    private final Proofs proofs;

    DifferencesPage(Proofs proofs) {
        this.proofs = proofs;
    }

    String text() throws IOException {
        StringBuilder page = new StringBuilder(Law.read("differences-head.md").strip());
        for (Difference each : Difference.all()) {
            page.append("\n\n## ").append(each.id());
            page.append("\n\n| | |\n|---|---|");
            page.append("\n| Flink | ").append(each.flink()).append(" |");
            page.append("\n| Tidemark | ").append(each.here()).append(" |");
            page.append("\n| shown by | ").append(shownBy(each)).append(" |");
            if (!each.statements().isEmpty()) {
                page.append("\n| [statements](semantics.md) | ")
                        .append(numbers(each))
                        .append(" |");
            }
        }
        page.append("\n");
        return page + proofs.goals(page.toString());
    }

    private static String numbers(Difference difference) {
        return difference.statements().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private String shownBy(Difference difference) {
        return difference.shownBy().stream().map(this::link).collect(Collectors.joining(", "));
    }

    private String link(String name) {
        List<Proof> found =
                proofs.all().stream().filter(each -> each.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("no timeline or test with @Statement is named '" + name + "'");
        }
        return found.get(0).asLink();
    }
}
