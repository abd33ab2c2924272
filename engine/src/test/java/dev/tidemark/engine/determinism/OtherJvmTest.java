package dev.tidemark.engine.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Identity hashes differ from one JVM to the next; two plain JVMs can agree by luck, so their way is changed. */
class OtherJvmTest {
    private static final Path HOME = Path.of(System.getProperty("java.home"));
    private static final int LATER = 25;
    private static final int SEEDS = 1_000;
    private static final int MANY_SEEDS = 10_000;

    @Test
    void other_identity_hashes_give_the_same_transcripts() throws Exception {
        String here = TranscriptHash.ofSeeds(SEEDS);
        List<Process> others = new ArrayList<>();
        for (int mode : List.of(0, 1, 2)) {
            others.add(start(HOME, mode, SEEDS));
        }
        for (Path jdk : laterJdks()) {
            others.add(start(jdk, 1, SEEDS));
        }
        for (Process other : others) {
            assertThatSays(other, here);
        }
    }

    @Test
    void a_later_jdk_gives_the_same_transcripts_of_many() throws Exception {
        List<Path> jdks = laterJdks();
        int seeds =
                Runtime.version().feature() < LATER ? MANY_SEEDS : SEEDS; // the later one has nothing to compare with
        Process other = start(jdks.isEmpty() ? HOME : jdks.get(0), 5, seeds);
        assertThatSays(other, TranscriptHash.ofSeeds(seeds));
    }

    private static void assertThatSays(Process other, String hash) throws Exception {
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(other.waitFor()).as(said).isZero();
        assertThat(said.strip()).as(other.info().toString()).isEqualTo(hash);
    }

    private static Process start(Path home, int hashMode, int seeds) throws IOException {
        return new ProcessBuilder(
                        home.resolve("bin/java").toString(),
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:hashCode=" + hashMode,
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TranscriptHash.class.getName(),
                        String.valueOf(seeds))
                .redirectErrorStream(true)
                .start();
    }

    private static List<Path> laterJdks() throws IOException {
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(all)) {
            return found.filter(OtherJvmTest::later).sorted().limit(1).toList();
        }
    }

    private static boolean later(Path jdk) {
        Path release = jdk.resolve("release");
        try {
            return Files.isRegularFile(release)
                    && Files.readString(release).contains("JAVA_VERSION=\"" + LATER)
                    && Files.isExecutable(jdk.resolve("bin/java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
