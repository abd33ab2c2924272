package dev.tidemark.propertytests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page shows is in a test: code in the example's, the failure in the planted faults'. */
class DocsTest {
    private static final Pattern BLOCK = Pattern.compile("```(java|text)\\n(.*?)```", Pattern.DOTALL);
    private static final Path TESTS = Path.of("src/test/java/dev/tidemark/propertytests");

    static List<String> blocks() throws IOException {
        String page = Files.readString(Path.of("../docs/property-testing.md"));
        return BLOCK.matcher(page).results().map(block -> block.group(2)).toList();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void each_block_of_the_page_is_in_a_test(String block) throws IOException {
        String tests = Files.readString(TESTS.resolve("AttackYourPipelineProperties.java"))
                + Files.readString(TESTS.resolve("PlantedFaultsTest.java"));
        assertThat(unindented(tests)).contains(unindented(block));
    }

    private static String unindented(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
