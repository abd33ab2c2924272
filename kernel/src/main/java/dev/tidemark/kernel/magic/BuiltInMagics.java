package dev.tidemark.kernel.magic;

import dev.tidemark.kernel.shell.Evaluator;
import dev.tidemark.kernel.shell.Variable;
import dev.tidemark.kernel.spi.Displayable;
import dev.tidemark.kernel.spi.EvaluationException;
import dev.tidemark.kernel.spi.KernelContext;
import dev.tidemark.kernel.spi.KernelExtension;
import dev.tidemark.kernel.spi.MagicCall;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The magics that every session has. */
public final class BuiltInMagics implements KernelExtension {
    private final Magics magics;
    private final Evaluator evaluator;
    private final List<Path> added = new ArrayList<>();

    /**
     * The magics for one session.
     *
     * @param magics the registry that {@code %help} lists
     * @param evaluator the evaluator that they ask
     */
    public BuiltInMagics(Magics magics, Evaluator evaluator) {
        this.magics = magics;
        this.evaluator = evaluator;
    }

    @Override
    public void install(KernelContext kernel) {
        kernel.lineMagic("help", "lists the magics", call -> help());
        kernel.lineMagic(
                "classpath",
                "[JAR OR FOLDER …] adds to the class path; alone, lists it",
                call -> classpath(kernel, call));
        kernel.lineMagic("time", "CODE runs it and says how long it took", call -> time(kernel, call.line()));
        kernel.cellMagic("time", "runs the cell and says how long it took", call -> time(kernel, call.body()));
        kernel.lineMagic("vars", "lists the variables", call -> variables());
        kernel.lineMagic("imports", "lists the imports", call -> lines(evaluator.imports()));
        kernel.lineMagic("reset", "forgets all variables, methods and types", call -> {
            evaluator.reset();
            return null;
        });
        kernel.lineMagic("load", "FILE runs the Java code of a file", call -> load(kernel, call));
    }

    private Displayable help() {
        return lines(magics.usages().entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%-12s %s", entry.getKey(), entry.getValue()))
                .toList());
    }

    private Displayable classpath(KernelContext kernel, MagicCall call) throws NoSuchFileException {
        List<Path> entries = call.arguments().stream().map(Path::of).toList();
        for (Path entry : entries) {
            if (!Files.exists(entry)) {
                throw new NoSuchFileException(
                        entry.toString(), null, "not found from " + Path.of("").toAbsolutePath());
            }
        }
        if (!entries.isEmpty()) {
            kernel.addToClasspath(entries);
            added.addAll(entries);
            return lines(entries.stream().map(entry -> "added " + entry).toList());
        }
        List<String> all = new ArrayList<>(
                List.of(System.getProperty("java.class.path", "").split(File.pathSeparator, -1)));
        added.forEach(entry -> all.add(entry.toString()));
        return lines(all);
    }

    private static @Nullable Object time(KernelContext kernel, String code) throws EvaluationException {
        long start = System.nanoTime();
        Object value = kernel.evaluate(code);
        long nanos = System.nanoTime() - start;
        System.out.printf(Locale.ROOT, "took %,.1f ms%n", nanos / 1e6);
        return value;
    }

    private List<Row> variables() {
        return evaluator.variables().stream().map(Row::of).toList();
    }

    private static @Nullable Object load(KernelContext kernel, MagicCall call) throws IOException, EvaluationException {
        Path file = Path.of(call.line());
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(
                    file.toString(), null, "not found from " + Path.of("").toAbsolutePath());
        }
        return kernel.evaluate(Files.readString(file));
    }

    private static Displayable lines(List<String> lines) {
        String text = lines.stream().collect(Collectors.joining("\n"));
        return () -> Map.of("text/plain", text);
    }

    /** A row of {@code %vars}. */
    record Row(String name, String type, String value) {
        static Row of(Variable variable) {
            String text = String.valueOf(variable.value());
            return new Row(variable.name(), variable.type(), text.length() > 100 ? text.substring(0, 100) + "…" : text);
        }
    }
}
