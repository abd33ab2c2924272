package dev.tidemark.engine.trigger;

/** What a trigger decides about a window. */
public enum TriggerResult {
    CONTINUE(false, false),
    FIRE(true, false),
    PURGE(false, true),
    FIRE_AND_PURGE(true, true);

    private final boolean fires;
    private final boolean purges;

    TriggerResult(boolean fires, boolean purges) {
        this.fires = fires;
        this.purges = purges;
    }

    /** Whether the window's contents are emitted. */
    public boolean fires() {
        return fires;
    }

    /** Whether the window's contents are dropped. */
    public boolean purges() {
        return purges;
    }
}
