package dev.tidemark.visualizers.picture;

import dev.tidemark.visualizers.render.Still;
import dev.tidemark.visualizers.render.StillRenderer;
import dev.tidemark.visualizers.vegalite.Sample;
import dev.tidemark.visualizers.vegalite.Spec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A Vega-Lite specification as a picture. Immutable.
 *
 * <p>The live form draws everything. The still form draws at most {@value #MOST_STILL_MARKS} marks: the rows that the
 * chart marks as ones to keep, and an even sample of the others, and its caption says so.
 *
 * @param spec what is drawn
 * @param summary what the picture says, in words, for those who do not see it
 */
public record Chart(Spec spec, String summary) implements Picture {
    /** How many marks a still picture has at most. */
    public static final int MOST_STILL_MARKS = 2_000;

    /** Above this many marks a browser draws on a canvas, since an SVG of its own for each would make it slow. */
    private static final int MOST_SVG_MARKS = 5_000;

    /** The specification as a chart; its title is its summary. */
    public static Chart of(Spec spec) {
        return new Chart(spec, spec.title().isEmpty() ? "chart" : spec.title());
    }

    @Override
    public String title() {
        return spec.title();
    }

    /**
     * The still picture, empty if it cannot be drawn. The first one of a process waits some seconds for the JavaScript engine.
     */
    public Optional<String> svg() {
        return StillRenderer.shared().draw(sample().spec().json()).svg();
    }

    /** The forms, with the still picture drawn by the process's own renderer. */
    @Override
    public Map<String, Object> mimeBundle() {
        return mimeBundle(StillRenderer.shared());
    }

    /** The forms, with the still picture drawn by this renderer. */
    public Map<String, Object> mimeBundle(StillRenderer renderer) {
        Sample sample = sample();
        Still still = renderer.draw(sample.spec().json());
        String caption = sample.caption();
        Map<String, Object> forms = new LinkedHashMap<>();
        forms.put(MimeTypes.HTML, html(still, caption));
        forms.put(MimeTypes.VEGA_LITE, spec.tree());
        still.svg().ifPresent(svg -> forms.put(MimeTypes.SVG, svg));
        forms.put(MimeTypes.TEXT, "[chart] " + summary + (caption.isEmpty() ? "" : "\n" + caption));
        return forms;
    }

    private Sample sample() {
        return spec.sample(MOST_STILL_MARKS);
    }

    private String html(Still still, String caption) {
        String picture = still.svg()
                .map(svg -> Markup.image(svg, summary) + paragraph(caption))
                .orElseGet(() -> "<em>No still picture: " + Markup.escape(still.reason()) + "</em>");
        String renderer = spec.marks() > MOST_SVG_MARKS ? "canvas" : "svg";
        return "<div class=\"tidemark-chart\" data-renderer=\"" + renderer + "\"><div class=\"tidemark-still\">"
                + picture + "</div><script type=\"application/json\">" + spec.json() + "</script></div>\n" + HYDRATE;
    }

    private static String paragraph(String caption) {
        return caption.isEmpty()
                ? ""
                : "<div style=\"font:12px sans-serif;opacity:.75\">" + Markup.escape(caption) + "</div>";
    }

    /** Makes the page's charts live, now if the chart script is there, else when the loader says that it is. */
    private static final String HYDRATE = "<script>(function(){var live=function(){window.TidemarkVega.hydrateAll()};"
            + "window.TidemarkVega?live():window.addEventListener(\"tidemark-vega-ready\",live,{once:true})})()</script>";
}
