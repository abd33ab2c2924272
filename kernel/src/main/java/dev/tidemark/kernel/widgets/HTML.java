package dev.tidemark.kernel.widgets;

/** A piece of HTML that can be changed where it stands. */
public final class HTML extends TextWidget {
    /**
     * A piece of HTML.
     *
     * @param value the markup, shown as it is
     */
    public HTML(String value) {
        super(Kind.control("HTML"), "", value);
    }

    @Override
    public String toString() {
        return value().replaceAll("<[^>]*>", "");
    }
}
