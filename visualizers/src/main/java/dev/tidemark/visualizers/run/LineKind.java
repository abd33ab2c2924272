package dev.tidemark.visualizers.run;

/** What a line of a transcript is about; each kind has a colour that reads on light and on dark paper. */
public enum LineKind {
    /** An event came in. */
    INPUT("#3b82c4"),
    /** Something went out. */
    OUTPUT("#2f9e6b"),
    /** A watermark moved, or a source became idle or active. */
    WATERMARK("#2a9d8f"),
    /** A timer fired or was set. */
    TIMER("#a06cd5"),
    /** Processing time moved. */
    CLOCK("#8a939c"),
    /** An event was late or dropped. */
    LATE("#d9822b"),
    /** A barrier or a checkpoint. */
    CHECKPOINT("#7d8fd1"),
    /** Something broke. */
    FAULT("#d64550"),
    /** Anything else. */
    OTHER("inherit");

    private final String color;

    LineKind(String color) {
        this.color = color;
    }

    String color() {
        return color;
    }
}
