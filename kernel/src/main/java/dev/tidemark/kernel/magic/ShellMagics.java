package dev.tidemark.kernel.magic;

import dev.tidemark.kernel.spi.KernelContext;
import dev.tidemark.kernel.spi.KernelExtension;
import dev.tidemark.kernel.spi.MagicCall;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Runs commands of the system's shell, and keeps the environment that they see. */
final class ShellMagics implements KernelExtension {
    private final Map<String, String> environment = new TreeMap<>();
    private volatile @Nullable Process running;
    private volatile boolean interrupted;

    @Override
    public void install(KernelContext kernel) {
        kernel.cellMagic("sh", "runs the cell in the shell (sh, on Windows cmd)", this::shell);
        kernel.lineMagic(
                "env",
                "[NAME | NAME=VALUE] lists the environment, shows a variable or sets it for %%sh",
                call -> environment(call.line()));
        kernel.onInterrupt(this::interrupt);
    }

    private @Nullable Object shell(MagicCall call) throws IOException, InterruptedException {
        boolean windows = File.separatorChar == '\\';
        ProcessBuilder builder =
                new ProcessBuilder(windows ? List.of("cmd.exe", "/d", "/q") : List.of("sh", "-c", call.body()));
        builder.environment().putAll(environment);
        interrupted = false;
        Process process = builder.start();
        running = process;
        try (OutputStream in = process.getOutputStream()) {
            if (windows) {
                in.write(call.body().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            CompletableFuture<Void> errors =
                    CompletableFuture.runAsync(() -> copy(process.getErrorStream(), System.err));
            copy(process.getInputStream(), System.out);
            errors.join();
            int code = process.waitFor();
            if (interrupted) {
                throw new InterruptedException("%%sh was interrupted");
            }
            if (code != 0) {
                throw new IllegalStateException("%%sh ended with exit code " + code);
            }
            return null;
        } finally {
            stop();
            running = null;
        }
    }

    /** An interrupt may come to the shell before it comes to the cell, whose end would then be the shell's exit code. */
    private void interrupt() {
        interrupted = true;
        stop();
    }

    /** Ends what runs, with its children, so that nothing waits for their output. */
    private void stop() {
        Process process = running;
        if (process != null) {
            // the shell first: it would go on with its next command when one of its children ends
            List<ProcessHandle> children = process.descendants().toList();
            process.destroy();
            children.forEach(ProcessHandle::destroy);
        }
    }

    private static void copy(InputStream from, PrintStream to) {
        char[] chunk = new char[8192];
        try (Reader reader = new InputStreamReader(from, StandardCharsets.UTF_8)) {
            int length = reader.read(chunk);
            while (length >= 0) {
                to.print(new String(chunk, 0, length));
                length = reader.read(chunk);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the output of %%sh was cut: " + e.getMessage(), e);
        }
    }

    private Lines environment(String line) {
        Map<String, String> all = new TreeMap<>(System.getenv());
        all.putAll(environment);
        if (line.isEmpty()) {
            List<String> lines = new ArrayList<>();
            all.forEach((name, value) -> lines.add(name + "=" + value));
            return new Lines(lines);
        }
        String[] parts = line.split("\\s*=\\s*|\\s+", 2);
        if (parts.length == 2) {
            environment.put(parts[0], parts[1]);
            return Lines.of("env: " + parts[0] + "=" + parts[1]);
        }
        String value = all.get(parts[0]);
        if (value == null) {
            throw new IllegalArgumentException(
                    "%env: there is no variable " + parts[0] + "; %env " + parts[0] + "=VALUE sets it");
        }
        return Lines.of(value);
    }
}
