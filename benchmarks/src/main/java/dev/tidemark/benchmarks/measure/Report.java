package dev.tidemark.benchmarks.measure;

import dev.tidemark.benchmarks.Engine;
import java.util.List;
import java.util.Locale;

/** The table of a measurement, in Markdown. */
final class Report {
    private static final String HEAD = """
            | workload | Tidemark | Flink | times as fast | less processor time | plain loop |
            |---|---|---|---|---|---|
            """;

    private Report() {}

    /** What was measured, where, when and how, with a line for each comparison. */
    static String markdown(String date, Machine machine, String load, List<Result> results) {
        StringBuilder text = new StringBuilder();
        text.append("Measured on ")
                .append(date)
                .append(": ")
                .append(machine)
                .append("; Apache Flink ")
                .append(flinkVersion())
                .append("; ")
                .append(load)
                .append(".\n\n")
                .append(HEAD);
        results.forEach(result -> text.append(line(result)));
        return text.toString();
    }

    private static String flinkVersion() {
        return org.apache.flink.runtime.util.EnvironmentInformation.getVersion();
    }

    private static String line(Result result) {
        Unit unit = result.comparison().unit();
        return "| " + result.comparison().title() + " | " + speed(unit, result.speed(Engine.TIDEMARK)) + " | "
                + speed(unit, result.speed(Engine.FLINK)) + " | " + times(result.ratio()) + " | "
                + times(result.cpuRatio()) + " | "
                + result.plain().map(round -> unit.text(round.perSecond())).orElse("") + " |\n";
    }

    /** The median, and from the slowest to the fastest; of times, from the shortest to the longest. */
    private static String speed(Unit unit, Spread speed) {
        String least = unit.text(unit.isTime() ? speed.max() : speed.min());
        String most = unit.text(unit.isTime() ? speed.min() : speed.max());
        return "**" + unit.text(speed.median()) + "** (" + least + " to " + most + ")";
    }

    private static String times(Spread ratio) {
        return String.format(Locale.ROOT, "**%.2f** (%.2f to %.2f)", ratio.median(), ratio.min(), ratio.max());
    }
}
