package dev.tidemark.flink.bench;

import dev.tidemark.engine.async.AsyncSpec;
import dev.tidemark.engine.function.AsyncFunction;
import dev.tidemark.engine.function.Latency;
import dev.tidemark.engine.runtime.Randomness;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.jspecify.annotations.Nullable;

/**
 * A user's calls, answered at once, whose answers come by the clock that is held by hand: as late as the engine's do in a run
 * with seed 0.
 */
final class HandCalls extends RichAsyncFunction<Object, Object> {
    private static final long serialVersionUID = 1L;

    private final transient AsyncFunction<Object, Object> function;
    private final transient Latency<Object> latency;
    private final transient HandClock clock;
    private final transient HandMailbox mailbox;
    private final long seed;
    private long calls;

    HandCalls(AsyncSpec spec, int node, HandClock clock, HandMailbox mailbox) {
        this.function = spec.function().instance();
        this.latency = spec.latency().instance();
        this.seed = Randomness.at(Randomness.at(0, ~node), 0);
        this.clock = clock;
        this.mailbox = mailbox;
    }

    /** Puts these calls in the place of those that the translation made; the factory has no other door. */
    void into(StreamOperatorFactory<?> factory) throws ReflectiveOperationException {
        Field calling = factory.getClass().getDeclaredField("asyncFunction");
        calling.setAccessible(true);
        calling.set(factory, this);
    }

    @Override
    public void open(OpenContext context) throws Exception {
        function.open();
    }

    @Override
    public void asyncInvoke(Object input, ResultFuture<Object> result) throws Exception {
        long call = calls++;
        Reply reply = new Reply();
        function.asyncInvoke(input, reply);
        long took = latency.of(input, Randomness.at(seed, call)).toMillis();
        clock.schedule(clock.absoluteTimeMillis() + took, () -> {
            reply.giveTo(result);
            mailbox.drain();
        });
    }

    @Override
    public void timeout(Object input, ResultFuture<Object> result) throws Exception {
        calls++;
        Reply reply = new Reply();
        function.timeout(input, reply);
        if (reply.given()) {
            reply.giveTo(result);
        }
    }

    /** What a user's function answers. */
    private static final class Reply implements dev.tidemark.engine.function.ResultFuture<Object> {
        private @Nullable List<Object> results;
        private @Nullable Throwable error;

        @Override
        public void complete(Collection<?> given) {
            if (!given()) {
                results = new ArrayList<>(given);
            }
        }

        @Override
        public void completeExceptionally(Throwable given) {
            if (!given()) {
                error = given;
            }
        }

        boolean given() {
            return results != null || error != null;
        }

        void giveTo(ResultFuture<Object> future) {
            if (error != null) {
                future.completeExceptionally(error);
            } else {
                future.complete(Objects.requireNonNull(results, "a call was not answered at once"));
            }
        }
    }
}
