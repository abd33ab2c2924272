package dev.tidemark.kernel.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.kernel.magic.Sheet;
import dev.tidemark.kernel.spi.KernelContext;
import dev.tidemark.kernel.spi.KernelExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every repository is a folder, since the settings of the test send all of them there. */
@SuppressWarnings("NullAway.Init")
class MavenMagicsTest {
    /** The magics with the settings of the test. */
    private record Settings(MavenPlaces places) implements KernelExtension {
        @Override
        public void install(KernelContext kernel) {
            new MavenMagics(places).install(kernel);
        }
    }

    @TempDir
    private Path folder;

    private FolderRepository repository;
    private Sheet sheet;

    @BeforeEach
    void open() throws IOException {
        repository = new FolderRepository(Files.createDirectory(folder.resolve("repository")));
        repository
                .publish("moon", "1.0", "")
                .publish("moon", "1.1", "")
                .publish("moon", "2.0", "")
                .publish("tide", "1.0", FolderRepository.dependency("moon", "1.0"));
        Path settings = Files.writeString(
                folder.resolve("settings.xml"),
                "<settings><mirrors><mirror><id>folder</id><mirrorOf>central</mirrorOf><url>" + repository.url()
                        + "</url></mirror></mirrors></settings>");
        Path none = folder.resolve("none.xml");
        sheet = new Sheet(new Settings(new MavenPlaces(settings, null, none, folder.resolve("cache"), true)));
    }

    @AfterEach
    void close() {
        sheet.close();
    }

    @Test
    void a_library_comes_with_all_that_it_needs() {
        assertThat(sheet.text("%maven org.tides:tide:1.0"))
                .isEqualTo("added org.tides:tide:1.0\nadded org.tides:moon:1.0");
        assertThat(sheet.text("tides.Tide.version() + tides.Moon.version()")).isEqualTo("1.01.0");
        assertThat(sheet.text("%maven")).isEqualTo("org.tides:moon:1.0\norg.tides:tide:1.0");
    }

    @Test
    void a_download_is_told_of_and_the_cache_is_not() throws IOException {
        sheet.run("%maven org.tides:moon:1.1");
        assertThat(sheet.output()).first().asString().startsWith("display: downloading moon-1.1.pom (1 kB so far)");
        assertThat(folder.resolve("cache/org/tides/moon/1.1/moon-1.1.jar")).isRegularFile();
        assertThat(sheet.text("%maven --offline org.tides:moon:1.1"))
                .isEqualTo("all of it is on the class path already");
        assertThat(sheet.output()).isEmpty();
    }

    @Test
    void without_a_version_it_is_the_last_release() {
        assertThat(sheet.text("%maven org.tides:moon")).isEqualTo("added org.tides:moon:2.0");
    }

    @Test
    void what_is_excluded_stays_out() {
        assertThat(sheet.text("%maven org.tides:tide:1.0 --exclude org.tides:moon"))
                .isEqualTo("added org.tides:tide:1.0");
    }

    @Test
    void a_classifier_names_another_jar_of_the_library() throws IOException {
        repository.publishClassified("moon", "1.0", "extras");
        assertThat(sheet.text("%maven org.tides:moon:jar:extras:1.0")).isEqualTo("added org.tides:moon:extras:1.0");
        assertThat(sheet.text("tides.Extras.version()")).isEqualTo("1.0");
    }

    @Test
    void a_version_that_is_loaded_stays() {
        sheet.run("%maven org.tides:moon:1.0");
        assertThat(sheet.text("%maven org.tides:moon:2.0"))
                .isEqualTo("org.tides:moon:1.0 stays, not 2.0; restart the kernel to change it");
        assertThat(sheet.text("tides.Moon.version()")).isEqualTo("1.0");
    }

    @Test
    void a_wrong_version_gets_the_nearest_ones() {
        assertThat(sheet.failure("%maven org.tides:moon:1.7"))
                .isEqualTo("cell[1]:1: org.tides:moon has no version 1.7; the nearest are 1.0, 1.1");
    }

    @Test
    void a_wrong_name_gets_the_nearest_ones() {
        sheet.run("%mavenRepo tides " + repository.url());
        assertThat(sheet.failure("%maven org.tides:mooon:1.0"))
                .isEqualTo("cell[2]:1: there is no library org.tides:mooon in the cache or in tides, folder; "
                        + "did you mean org.tides:moon?");
    }

    @Test
    void a_coordinate_that_is_none_is_refused() {
        assertThat(sheet.failure("%maven moon"))
                .isEqualTo("cell[1]:1: %maven: 'moon' is no coordinate; write group:artifact:version");
        assertThat(sheet.failure("%maven --form x"))
                .isEqualTo(
                        "cell[2]:1: %maven: unknown option --form; there are --exclude, --from, --offline, --update");
    }

    @Test
    void a_repository_of_the_notebook_is_asked_first(@TempDir Path other) throws IOException {
        FolderRepository own = new FolderRepository(other).publish("star", "3-SNAPSHOT", "");
        assertThat(sheet.text("%maven org.tides:star:3-SNAPSHOT --from " + own.url()))
                .isEqualTo("added org.tides:star:3-SNAPSHOT");
        assertThat(sheet.text("%mavenRepo own " + own.url())).isEqualTo("asking own at " + own.url());
        assertThat(sheet.text("%mavenRepo")).isEqualTo("own " + own.url() + "\nfolder " + repository.url());
    }

    @Test
    void a_pom_brings_managed_versions_and_properties() throws IOException {
        repository.pom(
                "almanac",
                "1",
                "pom",
                "<dependencyManagement><dependencies>" + FolderRepository.dependency("moon", "1.1")
                        + "</dependencies></dependencyManagement>");
        assertThat(sheet.text("%%pom\n<parent><groupId>org.tides</groupId><artifactId>almanac</artifactId>"
                        + "<version>1</version></parent>\n<properties><v>1.0</v></properties>\n<dependencies>"
                        + FolderRepository.dependency("tide", "${v}") + FolderRepository.dependency("moon", "")
                        + "</dependencies>"))
                .isEqualTo("added org.tides:tide:1.0\nadded org.tides:moon:1.1");
    }

    @Test
    void a_pom_may_be_nothing_but_a_dependency() {
        assertThat(sheet.text("%%pom\n" + FolderRepository.dependency("moon", "2.0")))
                .isEqualTo("added org.tides:moon:2.0");
        assertThat(sheet.failure("%%pom\n<dependency>")).startsWith("cell[2]:1: %%pom: not a POM: ");
    }

    @Test
    void the_cache_alone_is_asked_when_offline() {
        assertThat(sheet.failure("%maven -o org.tides:moon:1.0"))
                .isEqualTo(
                        "cell[1]:1: org.tides:moon is not in the cache, and this is offline; fetch it without --offline");
    }
}
