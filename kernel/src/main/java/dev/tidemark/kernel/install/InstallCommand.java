package dev.tidemark.kernel.install;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Registers the kernel with Jupyter, removes it, or says what stands in the way. */
public final class InstallCommand {
    /** The words that this command answers to. */
    public static final List<String> WORDS = List.of("install", "uninstall", "doctor");

    private final JupyterFolders folders;
    private final List<Path> classPath;
    private final PrintStream out;

    InstallCommand(JupyterFolders folders, List<Path> classPath, PrintStream out) {
        this.folders = folders;
        this.classPath = List.copyOf(classPath);
        this.out = out;
    }

    /**
     * Does what the command line says.
     *
     * @param arguments one of the words, then options
     * @param out gets what was done
     * @param err gets errors
     * @return 0 if it is done, 1 if it failed or the doctor found something missing, 2 if it was not understood
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        List<Path> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                entries.add(Path.of(entry).toAbsolutePath());
            }
        }
        return new InstallCommand(JupyterFolders.ofThisProcess(), entries, out).run(arguments, err);
    }

    int run(List<String> arguments, PrintStream err) {
        if (arguments.contains("--help")) {
            out.print(InstallOptions.USAGE);
            return 0;
        }
        try {
            InstallOptions options = InstallOptions.parse(arguments.subList(1, arguments.size()));
            switch (arguments.get(0)) {
                case "install" -> install(options);
                case "uninstall" -> uninstall(options);
                default -> {
                    return new Doctor(folders, out).examine() ? 0 : 1;
                }
            }
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("error: " + e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("error: cannot write: " + e);
            return 1;
        }
    }

    private void install(InstallOptions options) throws IOException {
        Path target = Path.of(folders.kernel(data(options), options.name()));
        Files.createDirectories(target);
        String java = folders.system().java(System.getProperty("java.home"));
        String path = String.join(
                File.pathSeparator, kept(target).stream().map(Path::toString).toList());
        List<String> jvmOptions = new ArrayList<>(
                KernelSpecification.usualOptions(Runtime.version().feature()));
        jvmOptions.addAll(options.jvmOptions());
        if (options.archive()) {
            archive(java, jvmOptions, path, target).map(ClassDataArchive::use).ifPresent(jvmOptions::add);
        }
        KernelSpecification specification =
                new KernelSpecification(java, jvmOptions, path, options.displayName(), options.environment());
        Path draft = target.resolve("kernel.json.draft");
        Files.writeString(draft, specification.json());
        Files.move(draft, target.resolve("kernel.json"), StandardCopyOption.REPLACE_EXISTING);
        out.println("installed the kernel \"" + options.name() + "\" in " + target);
    }

    private Optional<Path> archive(String java, List<String> jvmOptions, String path, Path target) throws IOException {
        out.println("making a class-data archive, so that the kernel starts quickly; this takes a few seconds");
        List<String> command = new ArrayList<>(jvmOptions);
        command.add(0, java);
        Optional<Path> archive = ClassDataArchive.make(command, path, target);
        if (archive.isEmpty()) {
            out.println("  this JVM made none: the kernel works, but each start takes about a second longer");
        }
        return archive;
    }

    /** A kernel that is one jar is copied beside its specification, so that the jar may be moved or deleted. */
    private List<Path> kept(Path target) throws IOException {
        if (classPath.size() != 1 || !Files.isRegularFile(classPath.get(0))) {
            return classPath;
        }
        Path copy = target.resolve("tidemark-kernel.jar").toAbsolutePath();
        if (!Files.exists(copy) || !Files.isSameFile(copy, classPath.get(0))) {
            Files.copy(classPath.get(0), copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return List.of(copy);
    }

    private void uninstall(InstallOptions options) throws IOException {
        Path target = Path.of(folders.kernel(data(options), options.name()));
        if (!Files.isRegularFile(target.resolve("kernel.json"))) {
            throw new IllegalArgumentException("there is no kernel \"" + options.name() + "\" in " + target
                    + "; doctor lists those that are found");
        }
        try (Stream<Path> files = Files.walk(target)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        out.println("removed the kernel \"" + options.name() + "\" from " + target);
    }

    private String data(InstallOptions options) throws IOException {
        String prefix = options.prefix();
        return switch (options.scope()) {
            case "--prefix" -> folders.prefix(prefix == null ? "" : prefix);
            case "--sys-prefix" ->
                folders.prefix(folders.activePrefix().isEmpty() ? askPython() : folders.activePrefix());
            case "--system" -> folders.everybody();
            default -> folders.user();
        };
    }

    private static String askPython() throws IOException {
        Process python = new ProcessBuilder("python3", "-c", "import sys; print(sys.prefix)").start();
        String answer = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (answer.isEmpty()) {
            throw new IOException("python3 does not say where it is installed; give --prefix FOLDER");
        }
        return answer;
    }
}
