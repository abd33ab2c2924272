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
    private static final int SEEDS = 1_000;

    @Test
    void other_identity_hashes_give_the_same_transcripts() throws Exception {
        String here = TranscriptHash.ofSeeds(SEEDS);
        List<Process> others = new ArrayList<>();
        for (int mode : List.of(0, 1, 2)) {
            others.add(start(Path.of(System.getProperty("java.home")), mode));
        }
        for (Path jdk : laterJdks()) {
            others.add(start(jdk, 1));
            others.add(start(jdk, 5));
        }
        for (Process other : others) {
            String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(other.waitFor()).as(said).isZero();
            assertThat(said.strip()).as(other.info().toString()).isEqualTo(here);
        }
    }

    private static Process start(Path home, int hashMode) throws IOException {
        return new ProcessBuilder(
                        home.resolve("bin/java").toString(),
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:hashCode=" + hashMode,
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TranscriptHash.class.getName(),
                        String.valueOf(SEEDS))
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
                    && Files.readString(release).contains("JAVA_VERSION=\"25")
                    && Files.isExecutable(jdk.resolve("bin/java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
