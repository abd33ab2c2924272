package dev.tidemark.visualizers.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VegaBundleTest {
    private static final String FOLDER = "/dev/tidemark/visualizers/";

    private static byte[] bytes(String name) throws IOException {
        try (InputStream resource =
                Objects.requireNonNull(VegaBundleTest.class.getResourceAsStream(FOLDER + name), name)) {
            return resource.readAllBytes();
        }
    }

    @Test
    void the_chart_script_is_the_one_that_was_vendored() throws Exception {
        assertThat(sum("vega/tidemark-vega.js")).isEqualTo(recorded("vega", "tidemark-vega.js"));
    }

    @Test
    void the_schema_is_the_one_that_was_vendored() throws Exception {
        assertThat(sum("schema/vega-lite-schema.json")).isEqualTo(recorded("schema", "vega-lite-schema.json"));
    }

    private static String sum(String name) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(name)));
    }

    private static String recorded(String folder, String name) throws IOException {
        String sums = new String(bytes(folder + "/SHA256SUMS"), StandardCharsets.UTF_8);
        return sums.lines()
                .filter(line -> line.endsWith("  " + name))
                .findFirst()
                .orElseThrow()
                .substring(0, 64);
    }

    @Test
    void the_chart_script_can_stand_in_a_page() {
        assertThat(VegaBundle.script()).doesNotContain("</script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vega 5.33.1", "vega-lite 5.23.0", "vega-embed 6.29.0", "d3-array "})
    void the_licence_of_each_part_is_there(String part) throws IOException {
        assertThat(new String(bytes("vega/LICENCES.txt"), StandardCharsets.UTF_8))
                .contains("\n" + part);
    }
}
