package dev.tidemark.visualizers.picture;

/** The MIME types of a picture's forms. */
public final class MimeTypes {
    public static final String HTML = "text/html";
    public static final String TEXT = "text/plain";
    public static final String SVG = "image/svg+xml";
    /** What JupyterLab and VS Code draw themselves; the value is the specification as a map. */
    public static final String VEGA_LITE = "application/vnd.vegalite.v5+json";

    private MimeTypes() {}
}
