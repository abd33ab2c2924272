package dev.tidemark.flink.translate;

import dev.tidemark.engine.operator.OperatorSpec;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Says one kind of operator in Flink's words. */
@FunctionalInterface
interface Translator<S extends OperatorSpec> {
    /**
     * Flink's operator; name, uid and parallelism are set by the caller.
     *
     * @throws Refusal if what the spec asks for can't be said
     */
    SingleOutputStreamOperator<Object> translate(S spec, Place place);
}
