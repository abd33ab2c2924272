package dev.tidemark.notebooks.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text file of the project: its path from the root, with {@code /}, and its lines. */
record SourceFile(String path, List<String> lines) {

    private static final Set<String> NOT_OURS =
            Set.of("target", ".git", "node_modules", "vendor", ".ipynb_checkpoints");
    private static final Set<String> TEXTS =
            Set.of("java", "md", "sh", "py", "js", "cjs", "mjs", "xml", "json", "ipynb", "svg", "txt", "properties");

    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    SourceFile {
        lines = List.copyOf(lines);
    }

    static List<SourceFile> below(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> isOurs(root.relativize(file)))
                    .filter(Files::isRegularFile)
                    .filter(file -> !isVendored(file))
                    .sorted()
                    .map(file -> read(root, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path relative) {
        for (Path part : relative) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return isScript(relative.toString()) || TEXTS.contains(extension(relative.toString()));
    }

    /** What others wrote lies beside its checksums. */
    private static boolean isVendored(Path file) {
        return Files.exists(file.resolveSibling("SHA256SUMS"));
    }

    private static boolean isScript(String path) {
        return path.equals("tidemark") || path.equals(".ci/run");
    }

    private static SourceFile read(Path root, Path file) {
        String relative = root.relativize(file).toString().replace('\\', '/');
        try {
            return new SourceFile(relative, Files.readAllLines(file));
        } catch (MalformedInputException e) {
            throw new IllegalStateException(relative + " is not UTF-8: save it as UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String extension(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    boolean isJava() {
        return path.endsWith(".java");
    }

    boolean isTest() {
        return path.contains("/src/test/");
    }

    boolean isCode() {
        return isScript(path) || Set.of("java", "sh", "py", "js", "cjs", "mjs").contains(extension(path));
    }

    /** The lines without what stands in strings: a Java text inside a test is data. Line numbers stay. */
    List<String> code() {
        if (!isJava()) {
            return lines;
        }
        List<String> code = new ArrayList<>();
        boolean inBlock = false;
        for (String line : lines) {
            boolean delimiter = line.contains("\"\"\"");
            code.add(inBlock ? "" : STRING.matcher(line).replaceAll("\"\""));
            inBlock = inBlock != (delimiter && line.split("\"\"\"", -1).length % 2 == 0);
        }
        return code;
    }

    /** The name of the type that a Java file holds. */
    String typeName() {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.java$", "");
    }

    Finding finding(int line, String what, String instead) {
        return new Finding(path, line, what, instead);
    }
}
