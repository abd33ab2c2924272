package dev.tidemark.kernel.install;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.tidemark.kernel.render.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What Jupyter must know to start the kernel: the content of {@code kernel.json}.
 *
 * @param java the command
 * @param jvmOptions its options, in order
 * @param classPath the class path, as one argument
 * @param displayName the name in menus
 * @param environment variables to set for the kernel
 */
record KernelSpecification(
        String java, List<String> jvmOptions, String classPath, String displayName, Map<String, String> environment) {
    /** The kernel's main class. */
    static final String MAIN = "dev.tidemark.kernel.KernelMain";

    KernelSpecification {
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** What every kernel is started with; a newer JVM would otherwise warn of what the kernel's libraries do. */
    static List<String> usualOptions(int javaRelease) {
        // what the JVM has to say of its archive concerns nobody: at worst the start is slower
        List<String> options = new ArrayList<>(List.of(
                "-Xshare:auto",
                "-Xlog:disable",
                javaRelease >= 24 ? "-Xlog:all=error,cds*=off,aot*=off:stderr" : "-Xlog:all=error,cds*=off:stderr",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true"));
        if (javaRelease >= 22) {
            options.add("--enable-native-access=ALL-UNNAMED");
        }
        if (javaRelease >= 23) {
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        return options;
    }

    String json() {
        JsonArray command = new JsonArray();
        command.add(java);
        jvmOptions.forEach(command::add);
        List.of("-cp", classPath, MAIN, "{connection_file}").forEach(command::add);
        JsonObject variables = new JsonObject();
        environment.forEach((name, value) -> variables.add(name, new JsonPrimitive(value)));
        JsonObject root = new JsonObject();
        root.add("argv", command);
        root.addProperty("display_name", displayName);
        root.addProperty("language", "java");
        root.addProperty("interrupt_mode", "message");
        root.add("env", variables);
        return Json.indented(root) + "\n";
    }
}
