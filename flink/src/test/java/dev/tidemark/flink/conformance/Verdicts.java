package dev.tidemark.flink.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes what the referee said where {@code docs/semantics.md} is made from: {@code target/conformance/}. */
final class Verdicts {
    private Verdicts() {}

    static void write(String test, List<Verdict> verdicts) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "conformance"));
        Files.write(
                folder.resolve(test + ".tsv"),
                verdicts.stream().map(verdict -> verdict.line(test)).toList());
    }
}
