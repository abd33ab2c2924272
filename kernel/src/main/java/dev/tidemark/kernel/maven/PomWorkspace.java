package dev.tidemark.kernel.maven;

import java.io.File;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.jspecify.annotations.Nullable;

/** Gives the resolver the one POM that is written in a cell. */
record PomWorkspace(PomText pom, Artifact root) implements WorkspaceReader {
    @Override
    public WorkspaceRepository getRepository() {
        return new WorkspaceRepository("notebook");
    }

    @Override
    public @Nullable File findArtifact(Artifact artifact) {
        boolean same = artifact.getExtension().equals("pom")
                && artifact.getGroupId().equals(root.getGroupId())
                && artifact.getArtifactId().equals(root.getArtifactId())
                && artifact.getVersion().equals(root.getVersion());
        return same ? pom.file().toFile() : null;
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
        return List.of();
    }
}
