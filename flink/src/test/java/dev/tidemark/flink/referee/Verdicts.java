package dev.tidemark.flink.referee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes what the referee said where {@code docs/semantics.md} is made from: {@code target/conformance/<test>.tsv}, one
 * line for each case with id, statements, test, verdict and detail.
 */
public final class Verdicts {
    private Verdicts() {}

    /** Writes the verdicts of a test class. */
    public static void write(Class<?> test, List<Verdict> verdicts) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "conformance"));
        Files.write(
                folder.resolve(test.getSimpleName() + ".tsv"),
                verdicts.stream()
                        .map(verdict -> verdict.line(test.getSimpleName()))
                        .toList());
    }
}
