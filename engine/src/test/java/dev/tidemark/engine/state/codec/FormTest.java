package dev.tidemark.engine.state.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Version 1 of the form, byte for byte: what was once written must be read for ever. */
class FormTest {
    enum Colour {
        RED,
        GREEN
    }

    sealed interface Shape permits Circle, Point {}

    record Circle(int r) implements Shape {}

    enum Point implements Shape {
        ORIGIN
    }

    sealed interface Either<L, R> permits Left, Right {}

    record Left<A, B>(A value) implements Either<A, B> {}

    record Right<B, A>(A value) implements Either<B, A> {}

    sealed interface Loose permits Open {}

    static non-sealed class Open implements Loose {}

    @Test
    void scalars() {
        assertForm(Codecs.of(Boolean.class), true, "01");
        assertForm(Codecs.of(Byte.class), (byte) -1, "ff");
        assertForm(Codecs.of(Short.class), (short) 258, "0102");
        assertForm(Codecs.of(Character.class), 'A', "0041");
        assertForm(Codecs.of(Integer.class), -2, "fffffffe");
        assertForm(Codecs.of(Long.class), 1L, "0000000000000001");
        assertForm(Codecs.of(Float.class), Float.intBitsToFloat(0x7fc00001), "7fc00000");
        assertForm(Codecs.of(Double.class), Double.longBitsToDouble(0xfff8000000000001L), "7ff8000000000000");
        assertForm(Codecs.of(Double.class), -0.0, "8000000000000000");
        assertForm(Codecs.of(BigInteger.class), BigInteger.valueOf(-129), "02ff7f");
        assertForm(Codecs.of(BigDecimal.class), new BigDecimal("-1.5"), "0201f1");
        assertForm(Codecs.of(UUID.class), new UUID(1, 2), "00000000000000010000000000000002");
        assertForm(Codecs.of(Colour.class), Colour.GREEN, "05475245454e");
    }

    @Test
    void text_is_utf8_and_keeps_lone_surrogates() {
        assertForm(Codecs.of(String.class), "", "00");
        assertForm(Codecs.of(String.class), "aé水\uD83D\uDE00", "0a61c3a9e6b0b4f09f9880");
        assertForm(Codecs.of(String.class), "\uD83D", "03eda0bd");
        assertForm(Codecs.of(String.class), "\uDE00\uD83D\uFFFD", "09edb880eda0bdefbfbd");
        assertForm(Codecs.of(String.class), "x".repeat(200), "c801" + "78".repeat(200));
    }

    @Test
    void times() {
        assertForm(Codecs.of(Instant.class), Instant.ofEpochSecond(-1, 5), "ffffffffffffffff00000005");
        assertForm(Codecs.of(Duration.class), Duration.ofMillis(1500), "00000000000000011dcd6500");
        assertForm(Codecs.of(Period.class), Period.of(1, -1, 2), "00000001ffffffff00000002");
        assertForm(Codecs.of(LocalDate.class), LocalDate.EPOCH.plusDays(1), "0000000000000001");
        assertForm(Codecs.of(LocalTime.class), LocalTime.ofNanoOfDay(3), "0000000000000003");
        assertForm(Codecs.of(ZoneOffset.class), ZoneOffset.ofHours(1), "00000e10");
        assertForm(
                Codecs.of(ZonedDateTime.class),
                ZonedDateTime.parse("1970-01-01T00:00+01:00[Europe/Paris]"),
                "0000000000000000" + "0000000000000000" + "00000e10" + "0c4575726f70652f5061726973");
    }

    @Test
    void containers() {
        assertForm(Codecs.of(new TypeToken<List<Byte>>() {}), new ArrayList<>(List.of((byte) 7)), "010107");
        assertForm(Codecs.of(new TypeToken<Optional<Byte>>() {}), Optional.of((byte) 7), "0107");
        assertForm(
                Codecs.of(new TypeToken<Map<Byte, Byte>>() {}),
                new LinkedHashMap<>(Map.of((byte) 1, (byte) 2)),
                "0101010102");
        assertForm(Codecs.nullable(Codecs.of(Byte.class)), null, "00");
        assertForm(Codecs.list(Codecs.nullable(Codecs.of(Byte.class))), List.of((byte) 7), "010107");
        assertThat(hex(Codecs.of(int[].class).bytes(new int[] {1}))).isEqualTo("0100000001");
        assertThat(hex(Codecs.of(String[].class).bytes(new String[] {"a"}))).isEqualTo("01010161");
        assertThat(Codecs.of(new TypeToken<List<String>[]>() {}).typeName()).isEqualTo("List<String>[]");
    }

    @Test
    void a_sealed_interface_is_tagged_by_simple_name() {
        Codec<Shape> codec = Codecs.of(Shape.class);

        assertForm(codec, new Circle(1), "06436972636c6500000001");
        assertForm(codec, Point.ORIGIN, "05506f696e74064f524947494e");
        assertThat(codec.typeName()).isEqualTo("Shape{Circle(r: int) | Point[ORIGIN]}");
        assertThat(codec.immutable()).isTrue();
        assertThatThrownBy(() -> codec.fromBytes(HexFormat.of().parseHex("0178")))
                .hasMessage("at offset 0 stands 'x', but Shape permits [Circle, Point]; "
                        + "the class was renamed or removed since the value was written");
    }

    @Test
    void a_generic_sealed_interface_gives_its_arguments_to_its_records() {
        Codec<Either<String, Long>> codec = Codecs.of(new TypeToken<>() {});

        assertForm(codec, new Left<>("a"), "044c656674" + "010161");
        assertForm(codec, new Right<>(1L), "055269676874" + "010000000000000001");
    }

    @Test
    void a_sealed_interface_that_permits_a_class_is_refused() {
        assertThatThrownBy(() -> Codecs.of(Loose.class))
                .hasMessage("Loose|Open: " + Open.class.getName() + " cannot be written; "
                        + "make it a record or an enum, as all that a sealed interface permits must be");
    }

    @Test
    void an_unknown_constant_is_named() {
        assertThatThrownBy(
                        () -> Codecs.of(Colour.class).fromBytes(HexFormat.of().parseHex("0178")))
                .hasMessage("'x' is no constant of Colour, which has [RED, GREEN]; "
                        + "it was renamed or removed since the value was written");
    }

    @Test
    void natural_order_is_the_order_of_the_values_where_they_have_one() {
        assertOrder(Codecs.of(Long.class), -1L, 0L, 7L);
        assertOrder(Codecs.of(String.class), "", "B", "a", "ab");
        assertOrder(Codecs.of(Colour.class), Colour.RED, Colour.GREEN);
        assertOrder(Codecs.of(Instant.class), Instant.EPOCH.minusNanos(1), Instant.EPOCH);
        assertOrder(Codecs.of(BigDecimal.class), new BigDecimal("1.0"), new BigDecimal("1.00"), new BigDecimal("2"));
        assertOrder(Codecs.nullable(Codecs.of(Long.class)), null, -1L, 1L);
    }

    @Test
    void only_what_cannot_change_is_immutable() {
        assertThat(Codecs.of(Instant.class).immutable()).isTrue();
        assertThat(Codecs.of(new TypeToken<Optional<String>>() {}).immutable()).isTrue();
        assertThat(Codecs.of(new TypeToken<Optional<int[]>>() {}).immutable()).isFalse();
        assertThat(Codecs.of(new TypeToken<Left<Set<Long>, Long>>() {}).immutable())
                .isFalse();
        assertThat(Codecs.of(byte[].class).immutable()).isFalse();
    }

    @Test
    void a_set_in_hash_order_has_the_bytes_of_an_equal_set() {
        Codec<Set<Long>> codec = Codecs.of(new TypeToken<>() {});

        assertThat(codec.bytes(new HashSet<>(List.of(3L, 1L, 2L)))).isEqualTo(codec.bytes(Set.of(1L, 2L, 3L)));
    }

    @Test
    void a_token_without_its_argument_is_refused() {
        assertThatThrownBy(FormTest::rawToken)
                .hasMessage("a TypeToken needs its type argument and an empty body: new TypeToken<List<String>>() {}");
        assertThat(new TypeToken<List<String>>() {}).hasToString("List<String>");
    }

    @SuppressWarnings({"rawtypes", "unused"})
    private static void rawToken() {
        new TypeToken() {};
    }

    @SuppressWarnings("NullAway") // null only for a nullable codec
    private static <T> void assertForm(Codec<T> codec, @Nullable T value, String hex) {
        byte[] bytes = codec.bytes(value);

        assertThat(hex(bytes)).isEqualTo(hex);
        assertThat(codec.fromBytes(bytes)).isEqualTo(value);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @SafeVarargs
    private static <T> void assertOrder(Codec<T> codec, @Nullable T... ascending) {
        Comparator<T> order = codec.order();
        for (int i = 1; i < ascending.length; i++) {
            assertThat(compare(order, ascending[i - 1], ascending[i])).isNegative();
            assertThat(compare(order, ascending[i], ascending[i - 1])).isPositive();
        }
    }

    @SuppressWarnings("NullAway") // the order of a nullable codec takes null
    private static <T> int compare(Comparator<T> order, @Nullable T left, @Nullable T right) {
        return order.compare(left, right);
    }
}
