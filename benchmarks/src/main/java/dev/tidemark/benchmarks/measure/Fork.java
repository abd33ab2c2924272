package dev.tidemark.benchmarks.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java process of its own, with the JVM of this one.
 *
 * @param flags for the JVM
 * @param classPath what it has on its class path
 * @param main the class that it runs
 */
record Fork(List<String> flags, String classPath, Class<?> main, List<String> arguments) {
    Fork {
        flags = List.copyOf(flags);
        arguments = List.copyOf(arguments);
    }

    /** The same process with another flag. */
    Fork with(String flag) {
        List<String> more = new ArrayList<>(flags);
        more.add(flag);
        return new Fork(more, classPath, main, arguments);
    }

    /**
     * Runs it to its end; the rounds that it printed.
     *
     * @throws IllegalStateException if it fails, with what it printed
     */
    List<Round> run() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        List<Round> rounds =
                output.lines().flatMap(line -> Round.parse(line).stream()).toList();
        if (exit != 0 || rounds.isEmpty()) {
            throw new IllegalStateException("the process of " + main.getSimpleName() + " " + String.join(" ", arguments)
                    + " ended with " + exit + " after " + rounds.size() + " rounds and printed:\n" + output);
        }
        return rounds;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(arguments);
        return command;
    }
}
