package dev.tidemark.kernel.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where Jupyter looks for kernels (jupyter_core, {@code paths.py}).
 *
 * @param system the rules for paths
 * @param environment the variables of the process
 * @param home the user's home folder
 */
record JupyterFolders(OperatingSystem system, Map<String, String> environment, String home) {
    /** The systems that Jupyter tells apart. */
    enum OperatingSystem {
        LINUX,
        MAC,
        WINDOWS;

        static OperatingSystem named(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            return lower.startsWith("windows") ? WINDOWS : lower.startsWith("mac") ? MAC : LINUX;
        }

        /** Joins parts of a path with this system's separator. */
        String path(String first, String... more) {
            String separator = this == WINDOWS ? "\\" : "/";
            StringBuilder path = new StringBuilder(first);
            for (String part : more) {
                boolean ended = path.length() > 0 && "/\\".indexOf(path.charAt(path.length() - 1)) >= 0;
                path.append(ended ? "" : separator).append(part);
            }
            return path.toString();
        }

        /** The {@code java} command of a JDK. */
        String java(String javaHome) {
            return path(javaHome, "bin", this == WINDOWS ? "java.exe" : "java");
        }
    }

    static JupyterFolders ofThisProcess() {
        return new JupyterFolders(
                OperatingSystem.named(System.getProperty("os.name", "")),
                System.getenv(),
                System.getProperty("user.home", "."));
    }

    /** Jupyter's data of this user. */
    String user() {
        String chosen = variable("JUPYTER_DATA_DIR");
        if (!chosen.isEmpty()) {
            return chosen;
        }
        return switch (system) {
            case MAC -> system.path(home, "Library", "Jupyter");
            case WINDOWS ->
                variable("APPDATA").isEmpty()
                        ? system.path(home, ".jupyter", "data")
                        : system.path(variable("APPDATA"), "jupyter");
            case LINUX ->
                variable("XDG_DATA_HOME").isEmpty()
                        ? system.path(home, ".local", "share", "jupyter")
                        : system.path(variable("XDG_DATA_HOME"), "jupyter");
        };
    }

    /** Jupyter's data of all users. */
    String everybody() {
        return system == OperatingSystem.WINDOWS
                ? system.path(
                        variable("PROGRAMDATA").isEmpty() ? "C:\\ProgramData" : variable("PROGRAMDATA"), "jupyter")
                : "/usr/local/share/jupyter";
    }

    /** Jupyter's data of one Python, below the folder that it calls {@code sys.prefix}. */
    String prefix(String prefix) {
        return system.path(prefix, "share", "jupyter");
    }

    /** The Python that is active, by the variables that environments set; empty if none is. */
    String activePrefix() {
        String virtual = variable("VIRTUAL_ENV");
        return virtual.isEmpty() ? variable("CONDA_PREFIX") : virtual;
    }

    /** Where the kernel of a name is, within one of the folders. */
    String kernel(String data, String name) {
        return system.path(data, "kernels", name);
    }

    /** All that Jupyter searches, what it prefers first. */
    List<String> searched() {
        List<String> folders = new ArrayList<>();
        String separator = system == OperatingSystem.WINDOWS ? ";" : ":";
        for (String one : variable("JUPYTER_PATH").split(separator, -1)) {
            if (!one.isEmpty()) {
                folders.add(one);
            }
        }
        folders.add(user());
        if (!activePrefix().isEmpty()) {
            folders.add(prefix(activePrefix()));
        }
        folders.add(everybody());
        if (system != OperatingSystem.WINDOWS) {
            folders.add("/usr/share/jupyter");
        }
        return folders.stream().distinct().toList();
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
