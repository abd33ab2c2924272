package dev.tidemark.flink.translate;

import dev.tidemark.engine.operator.BroadcastProcessSpec;
import dev.tidemark.flink.broadcast.BroadcastProcessing;
import dev.tidemark.flink.broadcast.Declared;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** A stream beside a broadcast one: Flink's {@code BroadcastConnectedStream}. */
final class BroadcastTranslator implements Translator<BroadcastProcessSpec> {
    @Override
    public SingleOutputStreamOperator<Object> translate(BroadcastProcessSpec spec, Place place) {
        Declared states = new Declared(place.name(), spec.states());
        return place.input(0)
                .connect(place.stream(1).broadcast(states.toFlink()))
                .process(new BroadcastProcessing(place.carried(spec.function()), states, place.sides()), place.type());
    }
}
