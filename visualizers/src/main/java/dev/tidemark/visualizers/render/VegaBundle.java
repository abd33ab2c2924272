package dev.tidemark.visualizers.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The vendored script that draws charts: Vega 5, Vega-Lite 5 and Vega-Embed 6 as one global, {@code TidemarkVega}.
 * Its licences and its SHA-256 stand beside it; {@code visualizers/vega/build.sh} builds it again.
 */
public final class VegaBundle {
    private VegaBundle() {}

    /** The script's text. */
    public static String script() {
        try (InputStream resource =
                VegaBundle.class.getResourceAsStream("/dev/tidemark/visualizers/vega/tidemark-vega.js")) {
            if (resource == null) {
                throw new IllegalStateException(
                        "the chart script tidemark-vega.js is missing from the class path; the visualizers jar is not whole");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot read the chart script tidemark-vega.js", cause);
        }
    }
}
