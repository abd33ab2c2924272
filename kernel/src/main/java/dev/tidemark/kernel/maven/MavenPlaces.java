package dev.tidemark.kernel.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where Maven's settings and the cache of libraries are; the same places as those of the {@code mvn} command.
 *
 * @param userSettings the user's {@code settings.xml}, which need not exist
 * @param globalSettings the {@code settings.xml} of the installed Maven, or null if there is none
 * @param security the file with the master password, which need not exist
 * @param cache the local repository where the settings name no other
 * @param cacheIsFixed whether the cache is used whatever the settings say
 */
public record MavenPlaces(
        Path userSettings, @Nullable Path globalSettings, Path security, Path cache, boolean cacheIsFixed) {
    /**
     * The places of the user of this process: {@code ~/.m2}, the {@code mvn} on the {@code PATH} or in {@code MAVEN_HOME},
     * and the property {@code maven.repo.local}.
     *
     * @return the places
     */
    public static MavenPlaces ofThisUser() {
        Properties properties = System.getProperties();
        Path folder = Path.of(properties.getProperty("user.home", "."), ".m2");
        String fixed = properties.getProperty("maven.repo.local");
        return new MavenPlaces(
                folder.resolve("settings.xml"),
                globalSettings(System.getenv()),
                folder.resolve("settings-security.xml"),
                fixed == null ? folder.resolve("repository") : Path.of(fixed),
                fixed != null);
    }

    private static @Nullable Path globalSettings(Map<String, String> environment) {
        for (String variable : new String[] {"MAVEN_HOME", "M2_HOME"}) {
            String home = environment.get(variable);
            if (home != null && Files.isRegularFile(Path.of(home, "conf", "settings.xml"))) {
                return Path.of(home, "conf", "settings.xml");
            }
        }
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path command = Path.of(folder.isEmpty() ? "." : folder, "mvn");
            if (Files.isExecutable(command)) {
                return besideCommand(command);
            }
        }
        return null;
    }

    /** The settings of an installation {@code HOME/bin/mvn}, through links. */
    private static @Nullable Path besideCommand(Path command) {
        try {
            Path settings =
                    command.toRealPath().resolveSibling("../conf/settings.xml").normalize();
            return Files.isRegularFile(settings) ? settings : null;
        } catch (IOException unreadable) {
            return null;
        }
    }
}
