package dev.tidemark.kernel.magic;

import dev.tidemark.kernel.shell.Evaluator;
import dev.tidemark.kernel.shell.Variable;
import dev.tidemark.kernel.spi.KernelContext;
import dev.tidemark.kernel.spi.KernelExtension;
import dev.tidemark.kernel.spi.Snippets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The notebook's class files: listed, or written as a jar for another process. */
final class ClassMagics implements KernelExtension {
    private final Evaluator evaluator;

    ClassMagics(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    @Override
    public void install(KernelContext kernel) {
        kernel.lineMagic(
                "classes",
                "[FILE.jar [VARIABLE …] [--by-value]] lists the notebook's class files, or writes them as a jar: all, or what"
                        + " the functions in these variables need; --by-value ships the notebook variables that they read",
                call -> classes(call.arguments()));
    }

    private Lines classes(List<String> words) throws IOException {
        List<String> names = new ArrayList<>(words);
        boolean byValue = names.remove("--by-value");
        Snippets snippets = evaluator.snippets();
        if (names.isEmpty()) {
            return listed(snippets.classes());
        }
        Path file = Path.of(names.remove(0));
        Object[] functions = names.stream().map(this::value).toArray();
        Snippets.Capture capture = byValue ? Snippets.Capture.BY_VALUE : Snippets.Capture.REFUSED;
        snippets.writeJar(file, capture, functions);
        return Lines.of("wrote " + file + ", " + Files.size(file) + " bytes");
    }

    private static Lines listed(Map<String, byte[]> classes) {
        if (classes.isEmpty()) {
            return Lines.of("the notebook has no classes yet");
        }
        return new Lines(classes.entrySet().stream()
                .map(one -> one.getKey() + "  " + one.getValue().length + " bytes")
                .toList());
    }

    private Object value(String name) {
        for (Variable variable : evaluator.variables()) {
            if (variable.name().equals(name)) {
                return Objects.requireNonNull(variable.value(), "the variable '" + name + "' is null");
            }
        }
        throw new IllegalArgumentException("%classes: there is no variable '" + name + "'; %vars lists them");
    }
}
