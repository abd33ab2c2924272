package dev.tidemark.benchmarks.event;

/** An {@link Event} in the form that Flink serializes fastest: a class with public fields. */
public final class EventPojo {
    public int key;
    public long time;
    public long value;

    /** What Flink reads into. */
    public EventPojo() {}

    public EventPojo(int key, long time, long value) {
        this.key = key;
        this.time = time;
        this.value = value;
    }
}
