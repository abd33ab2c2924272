package dev.tidemark.kernel.history;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where the history of a user is kept: the file that {@value #VARIABLE} names, or {@code tidemark/history.mv} in Jupyter's
 * data folder; nowhere if the variable is {@code off}.
 */
public final class HistoryPlace {
    /** The environment variable that names the file, or is {@code off}. */
    public static final String VARIABLE = "TIDEMARK_HISTORY";

    private HistoryPlace() {}

    /**
     * The history of the user who runs this process.
     *
     * @return kept in a file, unless the user wants none
     */
    public static CellHistory open() {
        Map<String, String> environment = System.getenv();
        return "off".equals(environment.get(VARIABLE))
                ? CellHistory.inMemory()
                : CellHistory.keptIn(
                        file(environment, System.getProperty("os.name", ""), System.getProperty("user.home", "")));
    }

    /** The file, by the rules of Jupyter's {@code jupyter_data_dir} for the data folder. */
    static Path file(Map<String, String> environment, String system, String home) {
        String named = environment.getOrDefault(VARIABLE, "");
        return named.isBlank()
                ? dataFolder(environment, system.toLowerCase(Locale.ROOT), home)
                        .resolve("tidemark")
                        .resolve("history.mv")
                : Path.of(named);
    }

    private static Path dataFolder(Map<String, String> environment, String system, String home) {
        String named = environment.getOrDefault("JUPYTER_DATA_DIR", "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        if (system.startsWith("mac")) {
            return Path.of(home, "Library", "Jupyter");
        }
        if (system.startsWith("windows")) {
            return Path.of(environment.getOrDefault("APPDATA", home), "jupyter");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return data.isBlank() ? Path.of(home, ".local", "share", "jupyter") : Path.of(data, "jupyter");
    }
}
