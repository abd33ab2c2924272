package dev.tidemark.benchmarks.measure;

import dev.tidemark.benchmarks.Engine;
import dev.tidemark.benchmarks.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Every row of the table. */
final class Comparisons {
    private static final List<String> MEMORY = List.of("-Xms4g", "-Xmx4g");

    private final Options options;

    /** As the options say; archives of classes lie where the table is written. */
    Comparisons(Options options) {
        this.options = options;
    }

    /** All of them, in the order of the table. */
    List<Comparison> all() {
        List<Comparison> all = new ArrayList<>();
        for (Workload workload : Workloads.all()) {
            all.add(of(workload));
        }
        all.add(new Comparison(
                "first", "the first pipeline of a JVM, from main to its last result", Unit.MILLISECONDS, first()));
        all.add(new Comparison("first-archive", "the same with a class-data archive", Unit.MILLISECONDS, archived()));
        return all;
    }

    private Comparison of(Workload workload) {
        Map<Engine, Fork> forks = new EnumMap<>(Engine.class);
        for (Engine engine : workload.sides().keySet()) {
            List<String> arguments = List.of(
                    workload.name(),
                    engine.name(),
                    Long.toString(options.share(workload.units())),
                    Integer.toString(options.rounds()));
            forks.put(engine, new Fork(MEMORY, ClassPath.of(engine), Worker.class, arguments));
        }
        Unit unit = workload.unit().equals("events") ? Unit.EVENTS : Unit.PIPELINES;
        return new Comparison(workload.name(), workload.title(), unit, forks);
    }

    private static Map<Engine, Fork> first() {
        return Map.of(
                Engine.TIDEMARK,
                new Fork(List.of(), ClassPath.ofTidemark(), FirstResult.class, List.of("TIDEMARK")),
                Engine.FLINK,
                new Fork(List.of(), ClassPath.whole(), FirstResult.class, List.of("FLINK")));
    }

    private Map<Engine, Fork> archived() {
        Map<Engine, Fork> archived = new EnumMap<>(Engine.class);
        first().forEach((engine, fork) -> archived.put(engine, fork.with("-XX:SharedArchiveFile=" + archive(engine))));
        return archived;
    }

    /** Makes the archives: each from a run of the very process that will use it. */
    void makeArchives() throws IOException, InterruptedException {
        for (Map.Entry<Engine, Fork> each : first().entrySet()) {
            Path archive = archive(each.getKey());
            Files.deleteIfExists(archive);
            each.getValue().with("-XX:ArchiveClassesAtExit=" + archive).run();
        }
    }

    private Path archive(Engine engine) {
        return options.folder().resolve(engine + ".jsa");
    }
}
