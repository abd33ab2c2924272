package dev.tidemark.engine.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.timeline.Statement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A job in a process of its own that is killed at random moments ({@code kill -9}), and started again each time; {@code
 * -Dtidemark.kills} says how often for each kind of moment and each backend.
 *
 * <p>The moments are those of a real clock, and no seed repeats them.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("tidemark.kills", 10);
    private static final int KILLS_OF_A_JOB = 5;

    @TempDir
    Path folders = Path.of(".");

    private static Process start(Path folder, long seed, boolean rocks) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto"));
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED"); // or the JVM warns of RocksDB among what the job says
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                KilledJob.class.getName(),
                folder.toString(),
                String.valueOf(seed),
                String.valueOf(rocks)));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Lets it run until it has begun this for the n-th time, and a little longer; and to its end if that never comes. */
    private static List<String> lives(Process job, String moment, int times, long nanosMore) throws Exception {
        List<String> said = new ArrayList<>();
        int left = times;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(job.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.startsWith(moment) && --left == 0) {
                    LockSupport.parkNanos(nanosMore);
                    job.toHandle().destroyForcibly(); // Process.destroyForcibly would close the stream as well
                }
            }
        }
        job.waitFor();
        return said;
    }

    private static long startedFrom(List<String> said) {
        assertThat(said).as("what the job said").isNotEmpty();
        assertThat(said.get(0)).as(String.join("\n", said)).startsWith("from ");
        return Long.parseLong(said.get(0).substring("from ".length()));
    }

    @ParameterizedTest
    @CsvSource({"store,false", "store,true", "commit,false", "commit,true", "from,false", "from,true"})
    @Statement({150, 151, 152})
    void killed_and_started_again_it_writes_each_result_once(String moment, boolean rocks) throws Exception {
        Random random = new Random(moment.hashCode() + (rocks ? 1 : 0));
        int killed = 0;
        long furthest = 0;
        for (int job = 0; killed < KILLS; job++) {
            Path folder = folders.resolve(moment + job);
            long before = 0;
            for (int kills = 0; kills < KILLS_OF_A_JOB; kills++) {
                int times = moment.equals("from") ? 1 : 1 + random.nextInt(30);
                long more = random.nextInt(moment.equals("from") ? 400_000_000 : 4_000_000);
                List<String> said = lives(start(folder, job, rocks), moment, times, more);
                long from = startedFrom(said);
                assertThat(from).as("the checkpoint it goes on from").isGreaterThanOrEqualTo(before);
                before = from;
                if (!said.contains("done")) {
                    killed++;
                    assertThat(said)
                            .as("nothing but what it says")
                            .allMatch(line -> line.matches("from \\d+|store|commit"));
                }
            }
            furthest = Math.max(furthest, before);
            List<String> said = lives(start(folder, job, rocks), "never", 1, 0);
            assertThat(said).as(String.join("\n", said)).endsWith("done");
            assertThat(Written.totals(KilledJob.files(folder)))
                    .as("job %s", job)
                    .isEqualTo(KilledJob.SALES.expected());
        }
        assertThat(furthest).as("a checkpoint that a job went on from").isPositive();
    }
}
