package dev.tidemark.notebooks.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program with its arguments, its folder and its environment, to be run once to its end. */
public record Command(List<String> line, Path folder, Map<String, String> environment, Duration limit) {

    private static final Duration USUAL_LIMIT = Duration.ofMinutes(5);

    public Command {
        line = List.copyOf(line);
        environment = Map.copyOf(environment);
    }

    /** What a program left behind: its exit code and everything that it printed. */
    public record Outcome(int exitCode, String out, String err) {
        public String everything() {
            return out + err;
        }
    }

    public static Command of(String... line) {
        return new Command(List.of(line), Project.root(), Map.of(), USUAL_LIMIT);
    }

    /** The script, called by its absolute path. */
    public static Command tidemark(String... arguments) {
        Command script = of(Project.root().resolve("tidemark").toString());
        return script.and(arguments).with("JAVA_HOME", System.getProperty("java.home"));
    }

    /** A program of Debian's Python. */
    public static Command python(String... arguments) {
        return of("/usr/bin/python3").and(arguments);
    }

    /** A script of {@code src/test/browser}. */
    public static Command browser(String script, String... arguments) {
        return of(
                        "node",
                        Project.module()
                                .resolve("src/test/browser")
                                .resolve(script)
                                .toString())
                .and(arguments)
                .with(
                        "NODE_PATH",
                        Project.target().resolve("browser/node_modules").toString());
    }

    public Command and(String... arguments) {
        var longer = new ArrayList<>(line);
        longer.addAll(List.of(arguments));
        return new Command(longer, folder, environment, limit);
    }

    public Command in(Path otherFolder) {
        return new Command(line, otherFolder, environment, limit);
    }

    public Command with(String variable, String value) {
        var more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new Command(line, folder, more, limit);
    }

    public Command with(Map<String, String> variables) {
        var more = new LinkedHashMap<>(environment);
        more.putAll(variables);
        return new Command(line, folder, more, limit);
    }

    /** Starts the program and leaves it running; the caller ends it. */
    public Process start(ProcessBuilder.Redirect out, ProcessBuilder.Redirect err) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder.redirectOutput(out).redirectError(err).start();
    }

    /** Runs the program with an empty standard input; a program that outlives its limit is ended, and fails the test. */
    public Outcome run() {
        try {
            Path out = Files.createTempFile("tidemark", ".out");
            Path err = Files.createTempFile("tidemark", ".err");
            Process process = start(ProcessBuilder.Redirect.to(out.toFile()), ProcessBuilder.Redirect.to(err.toFile()));
            process.getOutputStream().close();
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                end(process);
            }
            var outcome = new Outcome(ended ? process.exitValue() : -1, Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            if (!ended) {
                throw new AssertionError(
                        "still running after " + limit + ": " + String.join(" ", line) + "\n" + outcome.everything());
            }
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + line.get(0), e);
        }
    }

    /** Ends a process and those that it started, politely first; only ever by their own handles. */
    static void end(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
