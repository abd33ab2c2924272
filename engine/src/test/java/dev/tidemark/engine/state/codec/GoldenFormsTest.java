package dev.tidemark.engine.state.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The bytes of one value of every kind of type, and of random ones of a type that has all kinds, as they stand in {@code forms.txt}: a
 * type in print, and below it the bytes. A line that changes is a form in which nothing that was stored can be read any more.
 */
class GoldenFormsTest {
    enum Colour {
        RED,
        GREEN
    }

    record Collections(
            Collection<Byte> collection,
            Queue<Byte> queue,
            Deque<Byte> deque,
            SortedSet<Byte> sorted,
            EnumSet<Colour> colours,
            SortedMap<Byte, Byte> map,
            EnumMap<Colour, Byte> byColour) {}

    @Test
    void every_form_is_the_one_that_was_written_down() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("forms.txt")) {
            String golden = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);

            assertThat(String.join("\n", forms()) + "\n").isEqualTo(golden);
        }
    }

    @SuppressWarnings("JdkObsolete") // a queue is read back as a linked list
    private static List<String> forms() {
        List<Byte> bytes = List.of((byte) 2, (byte) 1);
        Collections collections = new Collections(
                new ArrayList<>(bytes),
                new LinkedList<>(bytes),
                new LinkedList<>(bytes),
                new TreeSet<>(bytes),
                EnumSet.allOf(Colour.class),
                new TreeMap<>(Map.of((byte) 1, (byte) 2)),
                new EnumMap<>(Map.of(Colour.GREEN, (byte) 3)));
        List<String> forms = new ArrayList<>();
        Codec<Collections> kinds = Codecs.of(Collections.class);
        forms.add(kinds.typeName());
        forms.add(form(kinds, collections));
        Codec<RandomValues.Everything> everything = Codecs.of(RandomValues.Everything.class);
        forms.add(everything.typeName());
        for (int seed = 0; seed < 8; seed++) {
            forms.add(form(everything, new RandomValues(seed).everything()));
        }
        return forms;
    }

    private static <T> String form(Codec<T> codec, T value) {
        return HexFormat.of().formatHex(codec.bytes(value));
    }
}
