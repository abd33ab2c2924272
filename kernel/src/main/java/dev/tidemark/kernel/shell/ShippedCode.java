package dev.tidemark.kernel.shell;

import dev.tidemark.kernel.spi.NotebookVariable;
import dev.tidemark.kernel.spi.ShippedValue;
import dev.tidemark.kernel.spi.Snippets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * What functions of the notebook need in another process.
 *
 * <p>A value that goes along may hold functions itself, which may read further variables: these go along too.
 */
final class ShippedCode {
    private static final Pattern CLASS_NAME =
            Pattern.compile(Pattern.quote(Placements.PREFIX.replace('.', '/')) + "[^;<>\\[\\].:/()]*");
    private static final int UTF8 = 1;

    private final SnippetCode code;
    private final Snippets.Capture capture;
    private final Map<String, byte[]> compiled;
    private final Set<String> classes = new LinkedHashSet<>();
    private final Map<SnippetCode.Read, NotebookVariable> variables = new LinkedHashMap<>();

    ShippedCode(SnippetCode code, Snippets.Capture capture, List<?> functions) {
        this.code = code;
        this.capture = capture;
        this.compiled = code.classes();
        take(functions);
    }

    static String path(String className) {
        return className.replace('.', '/') + ".class";
    }

    private void take(List<?> functions) {
        List<Object> values = new ArrayList<>();
        for (Object function : HeldObjects.of(functions)) {
            addClass(code.codeOf(function).className());
            for (SnippetCode.Read read : code.readBy(function)) {
                if (!variables.containsKey(read)) {
                    NotebookVariable variable = code.variable(read);
                    requireWanted(variable);
                    variables.put(read, variable);
                    addClass(read.className());
                    if (variable.value() != null) {
                        values.add(variable.value());
                    }
                }
            }
        }
        if (!values.isEmpty()) {
            take(values);
        }
    }

    private void requireWanted(NotebookVariable variable) {
        if (capture == Snippets.Capture.REFUSED) {
            throw new IllegalArgumentException("the function reads the notebook variable '" + variable.name()
                    + "', which another process does not have; copy it into a local variable or a parameter of a method"
                    + " that makes the function, or let its value of now go along (Capture.BY_VALUE)");
        }
    }

    /** Adds a class with all classes of the notebook that its constants name. */
    private void addClass(String name) {
        Deque<String> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            String next = open.pop();
            byte[] classFile = compiled.get(next);
            if (classFile != null && classes.add(next)) {
                open.addAll(namedIn(classFile));
            }
        }
    }

    private static Set<String> namedIn(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        Set<String> names = new LinkedHashSet<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item > 0 && classFile[item - 1] == UTF8) {
                int length = reader.readUnsignedShort(item);
                Matcher matcher = CLASS_NAME.matcher(new String(classFile, item + 2, length, StandardCharsets.UTF_8));
                while (matcher.find()) {
                    names.add(matcher.group().replace('/', '.'));
                }
            }
        }
        return names;
    }

    Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        compiled.keySet().stream().filter(classes::contains).forEach(name -> files.put(path(name), file(name)));
        variables.forEach((read, variable) -> {
            if (!InitialValues.isConstant(variable)) {
                files.put(ShippedValue.path(read.className(), read.field()), serialized(variable));
            }
        });
        if (files.size() > classes.size()) {
            ShippedValue.classNames().forEach(name -> files.put(path(name), ownClassFile(name)));
        }
        return files;
    }

    private byte[] file(String className) {
        byte[] classFile = Objects.requireNonNull(compiled.get(className));
        Map<String, NotebookVariable> values = new LinkedHashMap<>();
        variables.forEach((read, variable) -> {
            if (read.className().equals(className)) {
                values.put(read.field(), variable);
            }
        });
        return values.isEmpty() ? classFile : InitialValues.put(values, classFile);
    }

    private static byte[] serialized(NotebookVariable variable) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(variable.value());
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "the notebook variable '" + variable.name() + "' cannot go along, since it cannot be serialized: "
                            + e,
                    e);
        }
        return bytes.toByteArray();
    }

    private static byte[] ownClassFile(String name) {
        try (@Nullable InputStream in = ShippedValue.class.getResourceAsStream("/" + path(name))) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
