package dev.tidemark.engine.join;

import dev.tidemark.engine.operator.FunctionContext;
import dev.tidemark.engine.operator.OperatorContext;
import dev.tidemark.engine.operator.TwoInputOperator;
import dev.tidemark.engine.window.WindowLogic;
import dev.tidemark.engine.window.WindowOperator;

/**
 * The window operator over the elements of two streams, each marked with the stream that it is of. Source: Flink's
 * {@code CoGroupedStreams.WithWindow}.
 */
final class WindowJoinOperator extends WindowOperator implements TwoInputOperator {
    private final Object function;

    /** {@code function} is the user's, which {@code logic} calls. */
    WindowJoinOperator(WindowLogic logic, Object function) {
        super(logic);
        this.function = function;
    }

    @Override
    public void open(OperatorContext context) throws Exception {
        super.open(context);
        FunctionContext.open(function, context);
    }

    @Override
    public void element(Object value, long timestamp) throws Exception {
        super.element(TaggedUnion.one(value), timestamp);
    }

    @Override
    public void element2(Object value, long timestamp) throws Exception {
        super.element(TaggedUnion.two(value), timestamp);
    }

    @Override
    protected Object original(Object value) {
        return ((TaggedUnion<?, ?>) value).value();
    }
}
