package dev.tidemark.kernel.maven;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with coordinates that were not found, and which ones were probably meant. */
final class MissingLibraries {
    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    MissingLibraries(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.system = system;
        this.session = session;
        this.repositories = repositories;
    }

    /** One line for each library that is missing, or null if the failure is of another kind. */
    @Nullable
    String explain(DependencyResolutionException failure) {
        if (failure.getResult() == null) {
            return null;
        }
        List<String> lines = new ArrayList<>();
        for (ArtifactResult result : failure.getResult().getArtifactResults()) {
            if (!result.isResolved()) {
                lines.add(explain(result));
            }
        }
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    private String explain(ArtifactResult result) {
        Artifact artifact = result.getRequest().getArtifact();
        for (Exception reason : result.getExceptions()) {
            if (reason instanceof ArtifactTransferException && !(reason instanceof ArtifactNotFoundException)) {
                return artifact + " could not be fetched: " + reason.getMessage();
            }
        }
        String name = artifact.getGroupId() + ":" + artifact.getArtifactId();
        List<String> versions = versions(artifact);
        if (versions.contains(artifact.getVersion())) {
            return artifact + " is not there, though " + name + ":" + artifact.getVersion()
                    + " is; check the type and the classifier";
        }
        if (!versions.isEmpty()) {
            return name + " has no version " + artifact.getVersion() + "; the nearest are "
                    + String.join(", ", Nearest.versions(artifact.getVersion(), versions));
        }
        List<String> alike = Nearest.to(name, libraries());
        String advice =
                alike.isEmpty() ? "check the group and the name" : "did you mean " + String.join(" or ", alike) + "?";
        if (session.isOffline()) {
            boolean known = alike.contains(name);
            return name + " is not in the cache, and this is offline; "
                    + (known ? "fetch it without --offline" : advice);
        }
        String asked = repositories.stream().map(RemoteRepository::getId).collect(Collectors.joining(", "));
        return "there is no library " + name + " in the cache or in " + asked + "; " + advice;
    }

    private List<String> versions(Artifact artifact) {
        Artifact all = new DefaultArtifact(artifact.getGroupId(), artifact.getArtifactId(), "jar", "[0,)");
        try {
            return system
                    .resolveVersionRange(session, new VersionRangeRequest(all, repositories, null))
                    .getVersions()
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (VersionRangeResolutionException unknown) {
            return List.of();
        }
    }

    /** What can be listed without asking a server: the cache, and repositories that are folders. */
    private Set<String> libraries() {
        Set<String> names = new TreeSet<>(
                Nearest.libraries(session.getLocalRepository().getBasedir().toPath()));
        for (RemoteRepository repository : repositories) {
            if (repository.getProtocol().equals("file")) {
                names.addAll(Nearest.libraries(Path.of(URI.create(repository.getUrl()))));
            }
        }
        return names;
    }
}
