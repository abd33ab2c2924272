package dev.tidemark.kernel.maven;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/**
 * A POM as a file: what a cell says, completed to a whole project where it gives only its inner parts.
 *
 * @param group the group of the project, or that of its parent
 * @param artifact its name
 * @param version its version, or that of its parent
 * @param file where it is
 */
record PomText(String group, String artifact, String version, Path file) {
    /**
     * Reads the POM of a cell.
     *
     * @param body a whole {@code <project>}, elements of one such as {@code <dependencies>}, or only {@code <dependency>}
     *     elements
     * @param file where it is written for the resolver
     */
    static PomText of(String body, Path file) throws IOException {
        String text = body.strip();
        if (!text.contains("<project")) {
            boolean bare = text.startsWith("<dependency>");
            text = "<project><modelVersion>4.0.0</modelVersion>"
                    + "<groupId>notebook</groupId><artifactId>notebook</artifactId><version>1</version>"
                    + (bare ? "<dependencies>" + text + "</dependencies>" : text) + "</project>";
        }
        Files.writeString(file, text);
        try {
            Model model = new MavenXpp3Reader().read(new StringReader(text));
            String group = model.getGroupId() == null && model.getParent() != null
                    ? model.getParent().getGroupId()
                    : model.getGroupId();
            String version = model.getVersion() == null && model.getParent() != null
                    ? model.getParent().getVersion()
                    : model.getVersion();
            if (group == null || version == null || model.getArtifactId() == null) {
                throw new IllegalArgumentException(
                        "%%pom: the project needs groupId, artifactId and version; or leave out <project> altogether");
            }
            return new PomText(group, model.getArtifactId(), version, file);
        } catch (XmlPullParserException e) {
            throw new IllegalArgumentException("%%pom: not a POM: " + e.getMessage(), e);
        }
    }
}
