package dev.tidemark.flink.semantics;

import dev.tidemark.flink.referee.Verdict.Says;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** {@code docs/semantics.md}: each statement, what shows it, and what Flink says to that. */
final class SemanticsPage {
    private final Proofs proofs;
    private final Map<Integer, String> notYet;
    private final Map<Integer, String> notAsked;
    private final List<Difference> differences;

    SemanticsPage(Proofs proofs) throws IOException {
        this.proofs = proofs;
        this.notYet = Law.reasons("not-yet.txt");
        this.notAsked = Law.reasons("not-asked.txt");
        this.differences = Difference.all();
    }

    String text() throws IOException {
        StringBuilder page = new StringBuilder(Law.read("semantics-head.md").strip());
        String section = "";
        for (Law law : Law.all()) {
            if (!law.section().equals(section)) {
                section = law.section();
                page.append("\n\n## ")
                        .append(section)
                        .append("\n\n| | statement | Flink | shown by |\n|---|---|---|---|");
            }
            page.append("\n| ").append(law.number()).append(" | ").append(law.text());
            page.append(" | ").append(verdict(law.number()));
            page.append(" | ").append(shownBy(law.number())).append(" |");
        }
        page.append("\n\n").append(Law.read("semantics-foot.md"));
        return page + proofs.goals(page.toString());
    }

    /** Statements that only tests of the engine show: no timeline that could be run on Flink, no test that asks it. */
    List<Integer> unasked() throws IOException {
        List<Integer> unasked = new ArrayList<>();
        for (Law law : Law.all()) {
            List<Proof> shown = proofs.of(law.number());
            if (!shown.isEmpty() && shown.stream().noneMatch(each -> each.asked() || each.isTimeline())) {
                unasked.add(law.number());
            }
        }
        return unasked;
    }

    private String shownBy(int statement) {
        List<Proof> shown = proofs.of(statement);
        String asked = links(shown, true);
        String here = links(shown, false);
        return asked + (asked.isEmpty() || here.isEmpty() ? "" : ", ") + (here.isEmpty() ? "" : "*here:* " + here);
    }

    private static String links(List<Proof> shown, boolean asked) {
        return shown.stream()
                .filter(each -> each.asked() == asked)
                .map(Proof::asLink)
                .collect(Collectors.joining(", "));
    }

    private String verdict(int statement) {
        String known = differences.stream()
                .filter(each -> each.statements().contains(statement))
                .map(each -> "; [" + each.id() + "](flink-differences.md#" + each.id() + ")")
                .collect(Collectors.joining());
        if (notYet.containsKey(statement)) {
            return "not yet: " + notYet.get(statement) + known;
        }
        List<Proof> asked = proofs.of(statement).stream().filter(Proof::asked).toList();
        if (asked.isEmpty()) {
            return "not asked: " + why(statement) + known;
        }
        if (asked.stream().anyMatch(each -> each.says() == Says.DIFFERS)) {
            return "differs" + known;
        }
        boolean ordered = asked.stream().allMatch(each -> each.says() == Says.AGREES);
        return (ordered ? "agrees" : "agrees but for order") + known;
    }

    private String why(int statement) {
        return Objects.requireNonNullElseGet(notAsked.get(statement), () -> proofs.of(statement).stream()
                .map(Proof::why)
                .filter(why -> !why.isEmpty())
                .findFirst()
                .orElse("no reason is given"));
    }
}
