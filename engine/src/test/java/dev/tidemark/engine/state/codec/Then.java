package dev.tidemark.engine.state.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Types as they were when values of {@link Now}'s were stored. */
@SuppressWarnings("ArrayRecordComponent") // arrays evolve too
final class Then {
    enum Colour {
        RED,
        GREEN
    }

    record Quake(String id, int count, float mag, String net, Colour colour) {}

    record Place(int x, String note, long[] readings) {}

    record Holder(
            List<Place> places,
            Map<String, Place> byName,
            Optional<Place> first,
            Place[] array,
            Place direct,
            int tail) {}

    sealed interface Event permits Opened, Shut {}

    record Opened(int by) implements Event {}

    record Shut(String why) implements Event {}

    record Tree(String name, List<Tree> children, int weight) {}

    record Narrow(byte a, short b, int c, float d, Integer e, int f) {}

    record Text(String value) {}

    record Old(int value) {}

    record Gone(
            Map<String, List<Optional<Place>>> map, Tree tree, Event event, Colour colour, Place[] places, int kept) {}

    private Then() {}
}
