package dev.tidemark.flink.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.flink.referee.Verdict.Says;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.util.EnvironmentInformation;

/**
 * What the referee said when that was last written down, in {@code src/test/resources/semantics/verdicts/<test>.tsv}: one
 * line for each case with id, verdict and, where it was not asked, why.
 *
 * <p>Every run of a test has to say the same again, so that the pages made of it can't lie. With {@code
 * -Dtidemark.docs.write=true} it is written anew.
 */
public final class WrittenVerdicts {
    /** Whether pages and verdicts are written instead of compared. */
    public static final boolean WRITING = Boolean.getBoolean("tidemark.docs.write");

    /** What writes them, for messages. */
    public static final String COMMAND = "mvn -Pfast -pl flink -am test -Dtidemark.docs.write=true";

    private static final Path FOLDER = Path.of("src", "test", "resources", "semantics", "verdicts");
    private static final String REFEREE = "2.3.0";

    private WrittenVerdicts() {}

    /**
     * Compares the verdicts of a test, which may be about an older Flink, with those that are written, or writes them.
     *
     * @param older ids of what an older Flink says otherwise
     */
    public static void check(Class<?> test, List<Verdict> verdicts, List<String> older) throws IOException {
        Verdicts.write(test, verdicts);
        Map<String, String> said = new TreeMap<>();
        verdicts.forEach(verdict -> said.put(verdict.id(), line(verdict)));
        if (WRITING) {
            assertThat(EnvironmentInformation.getVersion()).as("the referee").isEqualTo(REFEREE);
            Files.createDirectories(FOLDER);
            Files.write(file(test.getSimpleName()), said.values());
            return;
        }
        Map<String, String> written = new LinkedHashMap<>();
        of(test.getSimpleName()).forEach((id, verdict) -> written.put(id, line(verdict)));
        if (!EnvironmentInformation.getVersion().equals(REFEREE)) {
            older.forEach(written::remove);
            older.forEach(said::remove);
        }
        assertThat(said).as("the verdicts are written anew by " + COMMAND).isEqualTo(written);
    }

    /** What is written of a test, by id. */
    public static Map<String, Verdict> of(String test) throws IOException {
        Map<String, Verdict> written = new TreeMap<>();
        for (String line : Files.readAllLines(file(test))) {
            String[] parts = line.split("\t", -1);
            written.put(parts[0], new Verdict(parts[0], "", Says.valueOf(parts[1]), parts[2]));
        }
        return written;
    }

    private static Path file(String test) {
        return FOLDER.resolve(test + ".tsv");
    }

    private static String line(Verdict verdict) {
        String why = verdict.says() == Says.NOT_ASKED ? verdict.detail().replaceAll("\\s+", " ") : "";
        return String.join("\t", verdict.id(), verdict.says().name(), why);
    }
}
