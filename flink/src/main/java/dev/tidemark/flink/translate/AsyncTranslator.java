package dev.tidemark.flink.translate;

import dev.tidemark.engine.async.AsyncSpec;
import dev.tidemark.engine.function.AsyncRetryStrategy;
import dev.tidemark.flink.async.AsyncCalling;
import dev.tidemark.flink.async.FlinkRetries;
import dev.tidemark.flink.function.Carried;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Calls to something outside: Flink's {@code AsyncDataStream}. */
final class AsyncTranslator implements Translator<AsyncSpec> {
    @Override
    public SingleOutputStreamOperator<Object> translate(AsyncSpec spec, Place place) {
        AsyncCalling calls = new AsyncCalling(place.carried(spec.function()));
        Carried<AsyncRetryStrategy<Object>> again = spec.retry() == null ? null : place.carried(spec.retry());
        SingleOutputStreamOperator<Object> asking =
                again == null || !again.get().retries()
                        ? asking(spec, place.input(), calls)
                        : askingAgain(spec, place.input(), calls, FlinkRetries.of(again));
        return asking.returns(place.type());
    }

    private static SingleOutputStreamOperator<Object> asking(
            AsyncSpec spec, DataStream<Object> input, AsyncCalling calls) {
        return spec.ordered()
                ? AsyncDataStream.orderedWait(
                        input, calls, spec.timeoutMillis(), TimeUnit.MILLISECONDS, spec.capacity())
                : AsyncDataStream.unorderedWait(
                        input, calls, spec.timeoutMillis(), TimeUnit.MILLISECONDS, spec.capacity());
    }

    private static SingleOutputStreamOperator<Object> askingAgain(
            AsyncSpec spec,
            DataStream<Object> input,
            AsyncCalling calls,
            org.apache.flink.streaming.api.functions.async.AsyncRetryStrategy<Object> again) {
        return spec.ordered()
                ? AsyncDataStream.orderedWaitWithRetry(
                        input, calls, spec.timeoutMillis(), TimeUnit.MILLISECONDS, spec.capacity(), again)
                : AsyncDataStream.unorderedWaitWithRetry(
                        input, calls, spec.timeoutMillis(), TimeUnit.MILLISECONDS, spec.capacity(), again);
    }
}
