package dev.tidemark.flink.search.stage;

import dev.tidemark.engine.AsyncStream;
import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.function.AsyncFunction;
import dev.tidemark.engine.function.Latency;
import dev.tidemark.engine.function.ResultFuture;
import java.time.Duration;
import java.util.List;

/**
 * Calls to something outside, whose answers take as long as the hit says; there is room for all of them,
 * since who comes in first when there is room again is open between sources.
 *
 * @param most the longest time that an answer takes, in milliseconds
 * @param timeoutMillis 0 for none
 */
record Asking(boolean ordered, int most, long timeoutMillis) implements Stage {
    @Override
    public DataStream<Hit> behind(Pipeline pipeline, DataStream<Hit> hits, String name) {
        int range = most + 1;
        Latency<Hit> latency = (hit, draw) -> Duration.ofMillis(Math.floorMod(hit.number(), range));
        AsyncStream<Hit, Hit> asking = hits.<Hit>async(new Call()).latency(latency);
        asking = timeoutMillis == 0 ? asking : asking.timeout(Duration.ofMillis(timeoutMillis));
        return (ordered ? asking.ordered() : asking.unordered()).name(name);
    }

    @Override
    public boolean byClock() {
        return true;
    }

    @Override
    public Order order() {
        return ordered ? Order.KEPT : Order.OPEN;
    }

    @Override
    public String kind() {
        return ordered ? "ordered calls" : "unordered calls";
    }

    /** Answers at once: the wait is the latency's. */
    private static final class Call implements AsyncFunction<Hit, Hit> {
        private static final long serialVersionUID = 1L;

        @Override
        public void asyncInvoke(Hit hit, ResultFuture<Hit> result) {
            result.complete(
                    hit.number() % 4 == 0
                            ? List.of(hit, hit.withNumber(-1))
                            : List.of(hit.withNumber(hit.number() + 7)));
        }

        @Override
        public void timeout(Hit hit, ResultFuture<Hit> result) {
            result.complete(List.of(hit.withNumber(-2)));
        }
    }
}
