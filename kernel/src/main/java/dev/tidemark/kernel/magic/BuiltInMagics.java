package dev.tidemark.kernel.magic;

import dev.tidemark.kernel.shell.Evaluator;
import dev.tidemark.kernel.shell.Inspected;
import dev.tidemark.kernel.shell.InspectionPage;
import dev.tidemark.kernel.spi.Displayable;
import dev.tidemark.kernel.spi.KernelContext;
import dev.tidemark.kernel.spi.KernelExtension;
import dev.tidemark.kernel.spi.MagicCall;
import dev.tidemark.kernel.spi.Notebook;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        new FileMagics(magics).install(kernel);
        new TimeMagics(evaluator.assistance()).install(kernel);
        new ShellMagics().install(kernel);
        new ClassMagics(evaluator).install(kernel);
        kernel.lineMagic("doctor", "says how the kernel is", call -> new Lines(KernelHealth.lines(evaluator)));
        kernel.lineMagic("help", "[NAME] lists the magics, or says what one does", call -> help(call.line()));
        kernel.lineMagic(
                "classpath",
                "[JAR OR FOLDER …] adds to the class path; alone, lists it",
                call -> classpath(kernel, call));
        kernel.lineMagic(
                "jars",
                "FILE|FOLDER|PATTERN … adds jars to the class path, such as lib/*.jar",
                call -> jars(kernel, call.arguments()));
        kernel.lineMagic("methods", "lists the methods", call -> new Lines(evaluator.methods()));
        kernel.lineMagic(
                "import", "TYPE … imports types by their simple or qualified names", call -> imports(call.arguments()));
        kernel.lineMagic("imports", "lists the imports", call -> new Lines(evaluator.imports()));
        kernel.lineMagic("reset", "forgets all variables, methods and types", call -> {
            evaluator.reset();
            return null;
        });
        kernel.lineMagic(
                "javadoc", "NAME shows signatures and Javadoc, such as List.of(", call -> javadoc(call.line()));
        kernel.cellMagic("html", "shows the cell as HTML", call -> Notebook.html(call.body()));
        kernel.cellMagic("markdown", "shows the cell as Markdown", call -> Notebook.markdown(call.body()));
    }

    private Lines help(String line) {
        String name = line.replaceFirst("^%+", "");
        List<String> lines = magics.usages().entrySet().stream()
                .filter(entry ->
                        name.isEmpty() || entry.getKey().replaceFirst("^%+", "").equals(name))
                .map(entry -> String.format(Locale.ROOT, "%-12s %s", entry.getKey(), entry.getValue()))
                .toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("there is no magic " + name + "; %help alone lists all");
        }
        return new Lines(lines);
    }

    private Displayable javadoc(String name) {
        List<Inspected> found =
                name.isEmpty() ? List.of() : evaluator.assistance().inspect(name, name.length(), false);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("%javadoc: nothing is known of '" + name
                    + "'; give a type, a method or a variable, such as List.of(");
        }
        return () -> InspectionPage.of(found);
    }

    private Lines imports(List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("%import needs a type, such as: %import HttpClient");
        }
        List<String> added = new ArrayList<>();
        for (String name : names) {
            String qualified = name.indexOf('.') >= 0 ? name : onlyTypeNamed(name);
            evaluator.addImports(List.of(qualified));
            added.add("import " + qualified + ";");
        }
        return new Lines(added);
    }

    /** Of several types with one name the user must choose, unless one alone is in a package whose name begins with java. */
    private String onlyTypeNamed(String simpleName) {
        List<String> found = evaluator.typesNamed(simpleName);
        List<String> standard =
                found.stream().filter(one -> one.startsWith("java.")).toList();
        List<String> candidates = standard.isEmpty() ? found : standard;
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException(
                    "%import: no public type on the class path is called " + simpleName + "; %maven adds libraries");
        }
        if (candidates.size() > 1) {
            throw new IllegalArgumentException("%import: " + simpleName + " may be " + String.join(", ", found)
                    + "; say which, such as: %import " + found.get(0));
        }
        return candidates.get(0);
    }

    private Lines jars(KernelContext kernel, List<String> patterns) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String pattern : patterns) {
            found.addAll(JarFiles.find(pattern));
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("%jars needs a jar, a folder or a pattern, such as: %jars lib/*.jar");
        }
        kernel.addToClasspath(found);
        added.addAll(found);
        return new Lines(found.stream().map(entry -> "added " + entry).toList());
    }

    private Lines classpath(KernelContext kernel, MagicCall call) throws NoSuchFileException {
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
            return new Lines(entries.stream().map(entry -> "added " + entry).toList());
        }
        List<String> all = new ArrayList<>(
                List.of(System.getProperty("java.class.path", "").split(File.pathSeparator, -1)));
        added.forEach(entry -> all.add(entry.toString()));
        return new Lines(all);
    }
}
