package dev.tidemark.engine.state.codec;

import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Types as they are now; {@link Then} has those of the same names as they were. */
@SuppressWarnings("ArrayRecordComponent") // arrays evolve too
final class Now {
    enum Colour {
        BLUE,
        GREEN,
        @FormerName("RED")
        CRIMSON
    }

    record Quake(
            Colour colour,
            @FormerName("mag") double magnitude,
            String id,
            long count,
            boolean felt,
            @Nullable String place,
            Optional<String> url,
            OptionalInt stations,
            @DefaultFrom("unknown") String source) {
        static String unknown() {
            return "??";
        }
    }

    record Place(long[] readings, long x) {}

    record Holder(
            LinkedList<Place> places,
            TreeMap<String, Place> byName,
            Optional<Place> first,
            Place[] array,
            Place direct,
            int tail) {}

    sealed interface Event permits Closed, Moved, Opened {}

    record Opened(long by, int added) implements Event {}

    record Moved(int x) implements Event {}

    @FormerName("Shut")
    record Closed(String why) implements Event {}

    record Tree(List<Tree> children, String name) {}

    record Narrow(
            int a,
            double b,
            double c,
            double d,
            int e,
            @Nullable Integer f) {}

    record Text(long value) {}

    record New(int value) {}

    @FormerName("Old")
    record Renamed(int value) {}

    record Gone(int kept) {}

    record Positive(@DefaultFrom("none") int value) {}

    record Checked(List<String> names) {
        Checked {
            names = List.copyOf(names);
        }
    }

    record Maps(Map<String, Long> map) {}

    private Now() {}
}
