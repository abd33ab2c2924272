package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;

/** Timers and state of every kind: see {@link Alarms}. */
record Timing(boolean byClock) implements Stage {
    @Override
    public DataStream<Hit> behind(Pipeline pipeline, DataStream<Hit> hits, String name) {
        DataStream<Hit> rung = hits.keyBy(Hit::key).process(new Alarms(byClock)).name(name);
        rung.sideOutput(Alarms.RUNG).collect("rung by " + name);
        return rung;
    }

    /** What timers of processing time emit has no timestamp. */
    @Override
    public boolean timed() {
        return !byClock;
    }

    @Override
    public String kind() {
        return byClock ? "timers of both times" : "timers";
    }
}
