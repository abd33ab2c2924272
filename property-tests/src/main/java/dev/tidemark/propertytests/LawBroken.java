package dev.tidemark.propertytests;

import dev.tidemark.engine.topology.Node;
import dev.tidemark.propertytests.law.Attempt;
import dev.tidemark.propertytests.law.Finding;
import dev.tidemark.propertytests.law.Law;
import dev.tidemark.propertytests.run.Bench;
import dev.tidemark.propertytests.run.Circumstances;
import dev.tidemark.propertytests.shrink.AttemptShrinker;
import dev.tidemark.propertytests.shrink.AttemptSize;
import java.util.List;

/**
 * A law that does not hold of a pipeline, with the smallest script, schedule and crash plan that show it.
 *
 * <p>The message is all that is needed to see it again: script and crash plan are read back by {@link EventScript#parse}
 * and {@link CrashPlan#parse}, and the seed makes the original script.
 */
public final class LawBroken extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final transient Attempt<?> attempt;

    private LawBroken(String message, Attempt<?> attempt) {
        super(message);
        this.attempt = attempt;
    }

    static <T> LawBroken of(Law law, Bench bench, Attempt<?> original, AttemptShrinker<T> shrinker) {
        Attempt<T> smallest = shrinker.smallest();
        return new LawBroken(message(law, bench, original, smallest, shrinker.finding()), smallest);
    }

    /** The script, as small as it became. */
    public EventScript<?> script() {
        return attempt.script();
    }

    /** The crash plan, as small as it became. */
    public CrashPlan crashes() {
        return attempt.circumstances().crashes();
    }

    /** The schedule, as simple as it became. */
    public dev.tidemark.engine.Schedule schedule() {
        return attempt.circumstances().schedule();
    }

    AttemptSize size() {
        return AttemptSize.of(attempt);
    }

    private static String message(Law law, Bench bench, Attempt<?> original, Attempt<?> smallest, Finding finding) {
        Circumstances under = smallest.circumstances();
        StringBuilder text = new StringBuilder();
        text.append("pipeline '")
                .append(bench.structure().topology().name())
                .append("': ")
                .append(finding.what())
                .append("\n  law       ")
                .append(law.words())
                .append("\n  script    ")
                .append(count(smallest.script()))
                .append(
                        smallest.script().size() < original.script().size()
                                ? ", shrunk from " + original.script().size()
                                : "");
        smallest.script().toString().lines().forEach(line -> text.append("\n    ")
                .append(line));
        text.append("\n  schedule  ").append(under.scheduleText());
        if (under.parallelism() > 1) {
            text.append(", parallelism ").append(under.parallelism());
        }
        if (!under.crashes().harmless()) {
            text.append("\n  crashes   ").append(under.crashes()).append(named(bench, under.crashes()));
        }
        if (original.script().seed() != 0) {
            text.append("\n  seed      ")
                    .append(original.script().seed())
                    .append(", of the script before it was shrunk");
        }
        finding.lines().forEach(line -> text.append("\n  ").append(line));
        return text.append("\n  usually   ")
                .append(finding.meaning())
                .append('\n')
                .toString();
    }

    private static String count(EventScript<?> script) {
        return script.size() == 1 ? "1 line" : script.size() + " lines";
    }

    private static String named(Bench bench, CrashPlan plan) {
        List<Node> nodes = bench.structure().topology().nodes();
        List<String> names = plan.crashes().stream()
                .map(crash -> crash.operator() % nodes.size())
                .distinct()
                .map(number -> number + " is '" + nodes.get(number).name() + "'")
                .toList();
        return " (" + String.join(", ", names) + ")";
    }
}
