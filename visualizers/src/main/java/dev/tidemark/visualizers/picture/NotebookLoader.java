package dev.tidemark.visualizers.picture;

import dev.tidemark.visualizers.render.VegaBundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Brings the chart script into a notebook, once: about 410 kB, compressed, inside one output and so inside the file.
 * One loader belongs to one session; the charts may stand before or after its output. Safe for use by several threads.
 */
public final class NotebookLoader {
    private final AtomicBoolean given = new AtomicBoolean();

    /** The loader's output the first time it is asked for, nothing after that. */
    public Optional<Map<String, Object>> once() {
        return given.compareAndSet(false, true) ? Optional.of(mimeBundle()) : Optional.empty();
    }

    /** Forgets that the output was given, for a notebook whose outputs were cleared. */
    public void again() {
        given.set(false);
    }

    /** The loader's output: nothing to see, a script that unpacks and runs the chart script. */
    public static Map<String, Object> mimeBundle() {
        Map<String, Object> forms = new LinkedHashMap<>();
        forms.put(MimeTypes.HTML, script());
        forms.put(MimeTypes.TEXT, "(Tidemark: live charts)");
        return forms;
    }

    /** The script element. Evaluation is indirect, so that the script becomes a global of the page. */
    static String script() {
        return "<script>(function(){if(window.TidemarkVega)return;"
                + "var bytes=Uint8Array.from(atob(\"" + packed() + "\"),function(c){return c.charCodeAt(0)});"
                + "new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream(\"gzip\"))).text()"
                + ".then(function(source){if(window.TidemarkVega)return;"
                + "(0,eval)(source+\"\\n;window.TidemarkVega=TidemarkVega;\");"
                + "window.dispatchEvent(new Event(\"tidemark-vega-ready\"));window.TidemarkVega.hydrateAll()})"
                + ".catch(function(error){console.error(\"tidemark\",error)})})()</script>";
    }

    private static String packed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new BestGzip(bytes)) {
            gzip.write(VegaBundle.script().getBytes(StandardCharsets.UTF_8));
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot compress the chart script", cause);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
