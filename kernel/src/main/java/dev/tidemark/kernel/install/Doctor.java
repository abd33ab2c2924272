package dev.tidemark.kernel.install;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks at all that a start of the kernel needs, and says of each thing whether it is there and how to get it. */
final class Doctor {
    private final JupyterFolders folders;
    private final PrintStream out;
    private boolean healthy = true;

    Doctor(JupyterFolders folders, PrintStream out) {
        this.folders = folders;
        this.out = out;
    }

    /** Whether nothing is missing. */
    boolean examine() {
        examineJava();
        examineJupyter();
        Map<String, Path> kernels = kernels();
        if (kernels.isEmpty()) {
            missing(
                    "no Tidemark kernel is registered in " + folders.searched(),
                    "java -jar tidemark-kernel.jar install");
        }
        kernels.forEach(this::examineKernel);
        return healthy;
    }

    private void examineJava() {
        String java = "Java " + Runtime.version() + " in " + System.getProperty("java.home");
        if (ModuleLayer.boot().findModule("jdk.jshell").isPresent()) {
            found(java + ", with its compiler and JShell");
        } else {
            missing(java + " has no JShell", "install a whole JDK, 17 or later, and run its java");
        }
    }

    private void examineJupyter() {
        for (String folder : folders.environment().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            for (String name :
                    List.of("jupyter", "jupyter-lab", "jupyter-notebook", "jupyter.exe", "jupyter-lab.exe")) {
                Path command = Path.of(folder.isEmpty() ? "." : folder, name);
                if (Files.isExecutable(command)) {
                    found("Jupyter: " + command);
                    return;
                }
            }
        }
        missing("there is no jupyter on the PATH", "pip install jupyterlab, or apt-get install jupyter-notebook");
    }

    /** The specifications that start this kernel, by name; of two with one name Jupyter takes the first. */
    private Map<String, Path> kernels() {
        Map<String, Path> kernels = new LinkedHashMap<>();
        for (String data : folders.searched()) {
            Path folder = Path.of(data, "kernels");
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> names = Files.list(folder)) {
                for (Path one : names.sorted().toList()) {
                    Path specification = one.resolve("kernel.json");
                    String name = String.valueOf(one.getFileName());
                    if (Files.isRegularFile(specification)
                            && Files.readString(specification).contains("dev.tidemark.kernel.KernelMain")) {
                        Path first = kernels.putIfAbsent(name, specification);
                        if (first != null) {
                            missing(specification + " is hidden by " + first, "uninstall one of them");
                        }
                    }
                }
            } catch (IOException e) {
                missing(folder + " cannot be read: " + e.getMessage(), "mend its permissions");
            }
        }
        return kernels;
    }

    private void examineKernel(String name, Path specification) {
        List<String> absent = new ArrayList<>();
        try {
            JsonObject root =
                    JsonParser.parseString(Files.readString(specification)).getAsJsonObject();
            JsonArray command = root.getAsJsonArray("argv");
            List<String> words = new ArrayList<>();
            for (JsonElement word : command) {
                words.add(word.getAsString());
            }
            if (!Files.isExecutable(Path.of(words.get(0)))) {
                absent.add(words.get(0));
            }
            int option = words.indexOf("-cp");
            if (option >= 0) {
                Stream.of(words.get(option + 1).split(File.pathSeparator, -1))
                        .filter(entry -> !Files.exists(Path.of(entry)))
                        .forEach(absent::add);
            }
        } catch (IOException
                | JsonParseException
                | IllegalStateException
                | NullPointerException
                | IndexOutOfBoundsException e) {
            missing(specification + " is broken: " + e.getMessage(), "install the kernel \"" + name + "\" again");
            return;
        }
        if (absent.isEmpty()) {
            found("the kernel \"" + name + "\": " + specification);
        } else {
            missing(
                    "the kernel \"" + name + "\" in " + specification + " names what is gone: "
                            + String.join(", ", absent),
                    "install it again");
        }
    }

    private void found(String what) {
        out.println("found    " + what);
    }

    private void missing(String what, String remedy) {
        healthy = false;
        out.println("missing  " + what);
        out.println("         to mend it: " + remedy);
    }
}
