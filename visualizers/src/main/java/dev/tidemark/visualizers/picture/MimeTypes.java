package dev.tidemark.visualizers.picture;

/** The MIME types of a picture's forms. */
public final class MimeTypes {
    /** What most front ends show: a still picture that scripts bring to life. */
    public static final String HTML = "text/html";
    /** What a terminal shows. */
    public static final String TEXT = "text/plain";
    /** The still picture alone. */
    public static final String SVG = "image/svg+xml";
    /** What JupyterLab and VS Code draw themselves; the value is the specification as a map. */
    public static final String VEGA_LITE = "application/vnd.vegalite.v5+json";

    private MimeTypes() {}
}
