package dev.tidemark.benchmarks.measure;

import dev.tidemark.benchmarks.Engine;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures everything, or what is named, and writes the table; {@code ./tidemark bench} calls it.
 *
 * <p>Fails if the engines' results differ.
 */
public final class BenchmarksMain {
    private BenchmarksMain() {}

    public static void main(String[] arguments) throws Exception {
        try {
            measure(Options.parse(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void measure(Options options) throws Exception {
        Comparisons comparisons = new Comparisons(options);
        List<Comparison> chosen = options.chosen(comparisons.all());
        if (chosen.stream().anyMatch(comparison -> comparison.name().equals("first-archive"))) {
            comparisons.makeArchives();
        }
        String before = Machine.load();
        List<Result> results = new ArrayList<>();
        for (Comparison comparison : chosen) {
            System.err.println(comparison.name() + ": " + comparison.title());
            if (comparison.fork(Engine.TIDEMARK).isEmpty()) {
                System.err.println("  left out, since Tidemark has no program for it");
                continue;
            }
            results.add(new Duel(comparison, System.err::println).run(options.pairs()));
            // after each, so that an interrupted measurement leaves what it has
            String how =
                    "%d pairs of processes, the fastest of %d rounds of %d %% size in each; load %s before, %s after"
                            .formatted(options.pairs(), options.rounds(), options.percent(), before, Machine.load());
            Files.writeString(
                    options.out(),
                    Report.markdown(LocalDate.now(ZoneOffset.UTC).toString(), Machine.thisOne(), how, results));
        }
        if (results.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured: Tidemark has no program for what was chosen");
        }
        System.out.print(Files.readString(options.out()));
    }
}
