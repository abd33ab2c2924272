package dev.tidemark.kernel.maven;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Repository;
import org.apache.maven.settings.RepositoryPolicy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.jspecify.annotations.Nullable;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/** Maven's settings as they apply here: the cache, mirrors, proxies, passwords, and the repositories of active profiles. */
final class MavenSettings {
    private static final String CENTRAL = "https://repo.maven.apache.org/maven2";

    private final MavenPlaces places;
    private final Settings settings;
    private final SettingsDecryptionResult secrets;

    private MavenSettings(MavenPlaces places, Settings settings, SettingsDecryptionResult secrets) {
        this.places = places;
        this.settings = settings;
        this.secrets = secrets;
    }

    static MavenSettings read(MavenPlaces places) {
        DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest()
                .setUserSettingsFile(places.userSettings().toFile())
                .setSystemProperties(System.getProperties());
        if (places.globalSettings() != null) {
            request.setGlobalSettingsFile(places.globalSettings().toFile());
        }
        System.getenv().forEach((name, value) -> request.getSystemProperties().setProperty("env." + name, value));
        try {
            Settings settings = new DefaultSettingsBuilderFactory()
                    .newInstance()
                    .build(request)
                    .getEffectiveSettings();
            DefaultSecDispatcher dispatcher = new DefaultSecDispatcher(
                    new DefaultPlexusCipher(), Map.of(), places.security().toString());
            SettingsDecryptionResult secrets =
                    new DefaultSettingsDecrypter(dispatcher).decrypt(new DefaultSettingsDecryptionRequest(settings));
            return new MavenSettings(places, settings, secrets);
        } catch (SettingsBuildingException e) {
            throw new IllegalArgumentException("Maven's settings cannot be read: " + e.getMessage(), e);
        }
    }

    /** A session of the resolver that obeys these settings. */
    DefaultRepositorySystemSession session(RepositorySystem system) {
        DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
        session.setLocalRepositoryManager(system.newLocalRepositoryManager(session, cache()));
        session.setOffline(settings.isOffline());
        session.setMirrorSelector(mirrors());
        session.setProxySelector(proxies());
        session.setAuthenticationSelector(servers());
        session.setConfigProperty("aether.connector.http.useSystemProperties", true);
        session.setSystemProperties(System.getProperties());
        return session;
    }

    LocalRepository cache() {
        String configured = settings.getLocalRepository();
        boolean asConfigured = configured != null && !configured.isBlank() && !places.cacheIsFixed();
        return new LocalRepository(asConfigured ? configured : places.cache().toString());
    }

    /** Maven Central, unless a profile names another repository {@code central}, and those of the active profiles. */
    List<RemoteRepository> repositories() {
        Map<String, RemoteRepository> found = new LinkedHashMap<>();
        for (Profile profile : settings.getProfiles()) {
            boolean active = settings.getActiveProfiles().contains(profile.getId())
                    || (profile.getActivation() != null
                            && profile.getActivation().isActiveByDefault());
            if (active) {
                profile.getRepositories().forEach(one -> found.put(one.getId(), repository(one)));
            }
        }
        found.putIfAbsent(
                "central",
                new RemoteRepository.Builder("central", "default", CENTRAL)
                        .setSnapshotPolicy(policy(false, null))
                        .build());
        return new ArrayList<>(found.values());
    }

    private static RemoteRepository repository(Repository one) {
        return new RemoteRepository.Builder(one.getId(), "default", one.getUrl())
                .setReleasePolicy(policy(one.getReleases()))
                .setSnapshotPolicy(policy(one.getSnapshots()))
                .build();
    }

    private static org.eclipse.aether.repository.RepositoryPolicy policy(@Nullable RepositoryPolicy policy) {
        return policy == null ? policy(true, null) : policy(policy.isEnabled(), policy.getUpdatePolicy());
    }

    private static org.eclipse.aether.repository.RepositoryPolicy policy(boolean enabled, @Nullable String updates) {
        return new org.eclipse.aether.repository.RepositoryPolicy(enabled, updates == null ? "daily" : updates, "warn");
    }

    private DefaultMirrorSelector mirrors() {
        DefaultMirrorSelector selector = new DefaultMirrorSelector();
        for (Mirror mirror : settings.getMirrors()) {
            selector.add(
                    mirror.getId(),
                    mirror.getUrl(),
                    mirror.getLayout(),
                    false,
                    mirror.isBlocked(),
                    mirror.getMirrorOf(),
                    mirror.getMirrorOfLayouts());
        }
        return selector;
    }

    private DefaultProxySelector proxies() {
        DefaultProxySelector selector = new DefaultProxySelector();
        for (Proxy proxy : secrets.getProxies()) {
            if (proxy.isActive()) {
                AuthenticationBuilder login = new AuthenticationBuilder()
                        .addUsername(proxy.getUsername())
                        .addPassword(proxy.getPassword());
                selector.add(
                        new org.eclipse.aether.repository.Proxy(
                                proxy.getProtocol(), proxy.getHost(), proxy.getPort(), login.build()),
                        proxy.getNonProxyHosts());
            }
        }
        return selector;
    }

    private DefaultAuthenticationSelector servers() {
        DefaultAuthenticationSelector selector = new DefaultAuthenticationSelector();
        for (Server server : secrets.getServers()) {
            AuthenticationBuilder login = new AuthenticationBuilder();
            login.addUsername(server.getUsername()).addPassword(server.getPassword());
            login.addPrivateKey(server.getPrivateKey(), server.getPassphrase());
            selector.add(server.getId(), login.build());
        }
        return selector;
    }
}
