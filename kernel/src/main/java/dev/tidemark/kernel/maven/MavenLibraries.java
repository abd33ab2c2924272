package dev.tidemark.kernel.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.transfer.TransferListener;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.jspecify.annotations.Nullable;

/** Resolves libraries with all that they need at run time, from the cache and the repositories of Maven's settings. */
final class MavenLibraries implements AutoCloseable {
    /**
     * A library that was found.
     *
     * @param key {@code group:artifact}, with the type and the classifier where they are not the usual ones
     * @param version its version
     * @param file the jar in the cache
     */
    record Library(String key, String version, Path file) {
        static Library of(Artifact artifact) {
            String type = artifact.getExtension().equals("jar") ? "" : ":" + artifact.getExtension();
            String classifier = artifact.getClassifier().isEmpty() ? "" : ":" + artifact.getClassifier();
            return new Library(
                    artifact.getGroupId() + ":" + artifact.getArtifactId() + type + classifier,
                    artifact.getVersion(),
                    artifact.getFile().toPath());
        }
    }

    private final RepositorySystem system = new RepositorySystemSupplier().get();
    private final MavenSettings settings;
    private final Map<String, RemoteRepository> own = new LinkedHashMap<>();

    MavenLibraries(MavenPlaces places) {
        settings = MavenSettings.read(places);
    }

    /** Asks one more repository from now on, before the others. */
    void repository(String id, String url) {
        own.put(id, new RemoteRepository.Builder(id, "default", url).build());
    }

    /** What is asked, in order: the notebook's own repositories, then those of the settings. */
    List<String> repositories() {
        return repositories(settings.session(system), List.of()).stream()
                .map(one -> one.getId() + " " + one.getUrl())
                .toList();
    }

    List<Library> resolve(LibraryRequest request, TransferListener listener) {
        DefaultRepositorySystemSession session = session(request, listener);
        List<RemoteRepository> repositories = repositories(session, request.repositories());
        List<Exclusion> exclusions = request.exclusions().stream()
                .map(text -> text.split(":", -1))
                .map(parts -> new Exclusion(parts[0], parts[1], "*", "*"))
                .toList();
        CollectRequest wanted = new CollectRequest().setRepositories(repositories);
        for (String coordinate : request.coordinates()) {
            wanted.addDependency(
                    new Dependency(new DefaultArtifact(coordinate), JavaScopes.COMPILE, false, exclusions));
        }
        return resolve(session, wanted);
    }

    /** What a POM depends on, with the help of its parent and its managed versions, from its repositories too. */
    List<Library> resolve(PomText pom, LibraryRequest request, TransferListener listener) {
        DefaultRepositorySystemSession session = session(request, listener);
        Artifact root = new DefaultArtifact(pom.group(), pom.artifact(), "pom", pom.version());
        session.setWorkspaceReader(new PomWorkspace(pom, root));
        List<RemoteRepository> repositories = repositories(session, request.repositories());
        ArtifactDescriptorResult described;
        try {
            described = system.readArtifactDescriptor(
                    session, new ArtifactDescriptorRequest(root, repositories, "notebook"));
        } catch (ArtifactDescriptorException e) {
            throw new IllegalArgumentException("%%pom: " + deepest(e), e);
        }
        CollectRequest wanted = new CollectRequest()
                .setRootArtifact(root)
                .setDependencies(described.getDependencies())
                .setManagedDependencies(described.getManagedDependencies())
                .setRepositories(system.newResolutionRepositories(session, joined(repositories, described)));
        return resolve(session, wanted);
    }

    private static List<RemoteRepository> joined(
            List<RemoteRepository> repositories, ArtifactDescriptorResult described) {
        List<RemoteRepository> all = new ArrayList<>(described.getRepositories());
        all.removeIf(
                one -> repositories.stream().anyMatch(known -> known.getId().equals(one.getId())));
        all.addAll(repositories);
        return all;
    }

    private List<Library> resolve(RepositorySystemSession session, CollectRequest wanted) {
        try {
            return system
                    .resolveDependencies(
                            session,
                            new DependencyRequest(wanted, DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME)))
                    .getArtifactResults()
                    .stream()
                    .map(ArtifactResult::getArtifact)
                    .map(Library::of)
                    .toList();
        } catch (DependencyResolutionException e) {
            String advice = new MissingLibraries(system, session, wanted.getRepositories()).explain(e);
            throw new IllegalArgumentException(advice == null ? deepest(e) : advice, e);
        }
    }

    private DefaultRepositorySystemSession session(LibraryRequest request, TransferListener listener) {
        DefaultRepositorySystemSession session = settings.session(system);
        session.setTransferListener(listener);
        session.setOffline(session.isOffline() || request.offline());
        if (request.update()) {
            session.setUpdatePolicy(RepositoryPolicy.UPDATE_POLICY_ALWAYS);
        }
        return session;
    }

    private List<RemoteRepository> repositories(RepositorySystemSession session, List<String> more) {
        Map<String, RemoteRepository> all = new LinkedHashMap<>();
        for (String text : more) {
            int sign = text.indexOf('=');
            boolean named = sign > 0 && text.substring(0, sign).matches("[\\w.-]+");
            String id = named ? text.substring(0, sign) : "from-" + Integer.toHexString(text.hashCode());
            String url = named ? text.substring(sign + 1) : text;
            all.put(id, new RemoteRepository.Builder(id, "default", url).build());
        }
        own.forEach(all::putIfAbsent);
        settings.repositories().forEach(one -> all.putIfAbsent(one.getId(), one));
        return system.newResolutionRepositories(session, new ArrayList<>(all.values()));
    }

    private static String deepest(Throwable thrown) {
        Throwable deepest = thrown;
        @Nullable Throwable cause = thrown.getCause();
        while (cause != null) {
            deepest = cause;
            cause = cause.getCause();
        }
        return deepest == thrown
                ? String.valueOf(thrown.getMessage())
                : thrown.getMessage() + ": " + deepest.getMessage();
    }

    @Override
    public void close() {
        system.shutdown();
    }
}
