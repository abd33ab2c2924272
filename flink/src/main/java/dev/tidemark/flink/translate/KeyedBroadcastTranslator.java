package dev.tidemark.flink.translate;

import dev.tidemark.engine.operator.KeyedBroadcastProcessSpec;
import dev.tidemark.flink.broadcast.Declared;
import dev.tidemark.flink.broadcast.KeyedBroadcastProcessing;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** A keyed stream beside a broadcast one: Flink's {@code BroadcastConnectedStream}. */
final class KeyedBroadcastTranslator implements Translator<KeyedBroadcastProcessSpec> {
    @Override
    public SingleOutputStreamOperator<Object> translate(KeyedBroadcastProcessSpec spec, Place place) {
        Declared states = new Declared(place.name(), spec.states());
        return place.keyed(0)
                .connect(place.stream(1).broadcast(states.toFlink()))
                .process(
                        new KeyedBroadcastProcessing(place.carried(spec.function()), states, place.sides()),
                        place.type());
    }
}
