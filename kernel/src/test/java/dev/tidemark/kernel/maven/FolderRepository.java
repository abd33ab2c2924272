package dev.tidemark.kernel.maven;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** A Maven repository in a folder, with libraries that are compiled for the test. */
final class FolderRepository {
    private final Path folder;

    FolderRepository(Path folder) {
        this.folder = folder;
    }

    String url() {
        return folder.toUri().toString();
    }

    /** Publishes {@code org.tides:name}, whose class {@code Name} says its version; dependencies as elements of a POM. */
    FolderRepository publish(String name, String version, String dependencies) throws IOException {
        Path place = place(name, version);
        pom(name, version, "jar", "<dependencies>" + dependencies + "</dependencies>");
        jar(name, version, place.resolve(name + "-" + version + ".jar"));
        return this;
    }

    /** Publishes another jar of a library, whose class is named after the classifier. */
    FolderRepository publishClassified(String name, String version, String classifier) throws IOException {
        jar(classifier, version, place(name, version).resolve(name + "-" + version + "-" + classifier + ".jar"));
        return this;
    }

    /** Publishes a POM that others inherit or import. */
    FolderRepository pom(String name, String version, String packaging, String inner) throws IOException {
        Files.writeString(
                place(name, version).resolve(name + "-" + version + ".pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>org.tides</groupId><artifactId>" + name
                        + "</artifactId><version>" + version + "</version><packaging>" + packaging + "</packaging>"
                        + inner
                        + "</project>");
        listVersions(name);
        return this;
    }

    static String dependency(String name, String version) {
        return "<dependency><groupId>org.tides</groupId><artifactId>" + name + "</artifactId>"
                + (version.isEmpty() ? "" : "<version>" + version + "</version>") + "</dependency>";
    }

    private Path place(String name, String version) throws IOException {
        return Files.createDirectories(folder.resolve("org/tides/" + name + "/" + version));
    }

    private void listVersions(String name) throws IOException {
        List<String> versions = new ArrayList<>();
        Path library = folder.resolve("org/tides/" + name);
        try (var folders = Files.newDirectoryStream(library, Files::isDirectory)) {
            folders.forEach(one -> versions.add(String.valueOf(one.getFileName())));
        }
        versions.sort(null);
        String last = versions.get(versions.size() - 1);
        Files.writeString(
                library.resolve("maven-metadata.xml"),
                "<metadata><groupId>org.tides</groupId><artifactId>" + name + "</artifactId><versioning><latest>" + last
                        + "</latest><release>" + last + "</release><versions><version>"
                        + String.join("</version><version>", versions)
                        + "</version></versions><lastUpdated>20260101000000</lastUpdated></versioning></metadata>");
    }

    private void jar(String name, String version, Path jar) throws IOException {
        String type = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        Path work = Files.createTempDirectory(folder, "compile");
        Path source = Files.writeString(
                work.resolve(type + ".java"),
                "package tides; public class " + type + " { public static String version() { return \"" + version
                        + "\"; } }");
        assertThat(requireNonNull(ToolProvider.getSystemJavaCompiler())
                        .run(null, null, null, "-d", work.toString(), source.toString()))
                .isZero();
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry("tides/" + type + ".class"));
            out.write(Files.readAllBytes(work.resolve("tides/" + type + ".class")));
        }
    }
}
