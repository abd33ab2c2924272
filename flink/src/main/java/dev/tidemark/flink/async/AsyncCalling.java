package dev.tidemark.flink.async;

import dev.tidemark.engine.function.AsyncFunction;
import dev.tidemark.flink.function.Carried;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

/** Asks something outside about each element; answers take the time that they take. */
public final class AsyncCalling extends RichAsyncFunction<Object, Object> {
    private static final long serialVersionUID = 1L;

    private final Carried<AsyncFunction<Object, Object>> function;

    public AsyncCalling(Carried<AsyncFunction<Object, Object>> function) {
        this.function = function;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        function.get().open();
    }

    @Override
    public void asyncInvoke(Object input, ResultFuture<Object> result) throws Exception {
        function.get().asyncInvoke(input, new Answering(result));
    }

    @Override
    public void timeout(Object input, ResultFuture<Object> result) throws Exception {
        function.get().timeout(input, new Answering(result));
    }
}
