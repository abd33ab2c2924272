package dev.tidemark.kernel.widgets;

/** A slider over the whole numbers from one bound to the other, both included. */
public final class IntSlider extends IntWidget {
    /**
     * A slider.
     *
     * @param description stands beside it
     * @param min the least value
     * @param max the greatest value
     * @param value where it stands at first; moved inside the bounds
     */
    public IntSlider(String description, int min, int max, int value) {
        super(Kind.control("IntSlider"), description, min, max, value);
        put("orientation", "horizontal");
        put("readout", true);
        put("readout_format", "d");
        continuous(true);
    }

    /**
     * Sets whether values are told while the reader still drags.
     *
     * @param continuous false to tell the last one only
     */
    public void continuous(boolean continuous) {
        put("continuous_update", continuous);
    }
}
