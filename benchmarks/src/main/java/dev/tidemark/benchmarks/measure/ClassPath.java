package dev.tidemark.benchmarks.measure;

import dev.tidemark.benchmarks.Engine;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a process has on its class path. */
final class ClassPath {
    private static final List<String> FOR_TIDEMARK =
            List.of("tidemark-engine", "tidemark-benchmarks", "slf4j", "jspecify");

    private ClassPath() {}

    /** All that this process has. */
    static String whole() {
        return System.getProperty("java.class.path");
    }

    /** All but the RocksDB of which the other engine's has the names: a process has that of its own. */
    static String of(Engine engine) {
        String others = engine == Engine.FLINK ? "rocksdbjni-" : "frocksdbjni-";
        return Stream.of(whole().split(File.pathSeparator, -1))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith(others))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Of that, what a program of Tidemark needs. */
    static String ofTidemark() {
        return Stream.of(whole().split(File.pathSeparator, -1))
                .filter(entry -> FOR_TIDEMARK.stream()
                        .anyMatch(Path.of(entry).getFileName().toString()::startsWith))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
