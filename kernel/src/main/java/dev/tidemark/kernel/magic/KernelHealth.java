package dev.tidemark.kernel.magic;

import dev.tidemark.kernel.shell.Evaluator;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a running kernel is: its JVM, its memory, and the cells that it could not stop. */
final class KernelHealth {
    private KernelHealth() {}

    static List<String> lines(Evaluator evaluator) {
        List<String> lines = new ArrayList<>();
        Path home = Path.of(System.getProperty("java.home"));
        lines.add("Java " + Runtime.version() + " in " + home + ", process "
                + ProcessHandle.current().pid());
        lines.add(memory());
        lines.add(startUp());
        boolean sources = Files.exists(home.resolve("lib").resolve("src.zip"));
        lines.add(
                sources
                        ? "Javadoc of the JDK: from its lib/src.zip"
                        : "Javadoc of the JDK: missing, for there is no lib/src.zip in it (Debian: apt-get install openjdk-"
                                + Runtime.version().feature() + "-source)");
        int entries = System.getProperty("java.class.path", "").split(File.pathSeparator, -1).length;
        lines.add("class path: " + entries + " at the start; %classpath lists it with what was added");
        List<Thread> leftBehind = evaluator.leftBehind();
        lines.add("cells left behind, which an interrupt did not stop: " + leftBehind.size());
        leftBehind.forEach(thread -> lines.add("  " + where(thread)));
        if (!leftBehind.isEmpty()) {
            lines.add(
                    "  they end when their code does, or with the kernel: restart it if they take too much of the processor");
        }
        return lines;
    }

    private static String memory() {
        Runtime jvm = Runtime.getRuntime();
        return String.format(
                Locale.ROOT,
                "memory: %,d MB of the heap in use, %,d MB at most; %,d threads",
                (jvm.totalMemory() - jvm.freeMemory()) >> 20,
                jvm.maxMemory() >> 20,
                ManagementFactory.getThreadMXBean().getThreadCount());
    }

    private static String startUp() {
        boolean archive = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(option -> option.startsWith("-XX:SharedArchiveFile=") || option.startsWith("-XX:AOTCache="));
        return archive
                ? "class-data archive: used at the start"
                : "class-data archive: none, so that a start takes longer";
    }

    private static String where(Thread thread) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        StackTraceElement[] stack = thread.getStackTrace();
        long nanos = threads.isThreadCpuTimeSupported() ? threads.getThreadCpuTime(thread.getId()) : -1;
        String spent = nanos < 0 ? "" : String.format(Locale.ROOT, ", %.1f s of processor time", nanos / 1e9);
        return "at " + (stack.length == 0 ? "its end" : stack[0]) + spent;
    }
}
