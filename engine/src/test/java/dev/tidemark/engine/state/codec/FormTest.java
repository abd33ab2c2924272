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
import java.util.Arrays;
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

/** Version 2 of the form, byte for byte: what was once written must be read for ever. */
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
        assertForm(Codecs.of(Short.class), (short) 258, "c102");
        assertForm(Codecs.of(Character.class), 'A', "41");
        assertForm(Codecs.of(Integer.class), -2, "7e");
        assertForm(Codecs.of(Long.class), 1L, "81");
        assertForm(Codecs.of(Float.class), Float.intBitsToFloat(0x7fc00001), "7fc00000");
        assertForm(Codecs.of(Double.class), Double.longBitsToDouble(0xfff8000000000001L), "7ff8000000000000");
        assertForm(Codecs.of(Double.class), -0.0, "8000000000000000");
        assertForm(Codecs.of(BigInteger.class), BigInteger.valueOf(-129), "02ff7f");
        assertForm(Codecs.of(BigDecimal.class), new BigDecimal("-1.5"), "8101f1");
        assertForm(Codecs.of(UUID.class), new UUID(1, 2), "00000000000000010000000000000002");
        assertForm(Codecs.of(Colour.class), Colour.GREEN, "01");
    }

    @Test
    void text_is_utf8_and_keeps_lone_surrogates() {
        assertForm(Codecs.of(String.class), "", "80");
        assertForm(Codecs.of(String.class), "a", "8161");
        assertForm(Codecs.of(String.class), "ab", "61e2");
        assertForm(Codecs.of(String.class), "x".repeat(32), "78".repeat(31) + "f8");
        assertForm(Codecs.of(String.class), "x".repeat(33), "a1" + "78".repeat(33));
        assertForm(Codecs.of(String.class), "aé水\uD83D\uDE00", "8a61c3a9e6b0b4f09f9880");
        assertForm(Codecs.of(String.class), "\uD83D", "83eda0bd");
        assertForm(Codecs.of(String.class), "\uDE00\uD83D\uFFFD", "89edb880eda0bdefbfbd");
        assertForm(Codecs.of(String.class), "x".repeat(200), "c0c8" + "78".repeat(200));
    }

    @Test
    void times() {
        assertForm(Codecs.of(Instant.class), Instant.ofEpochSecond(-1, 5), "0b7f");
        assertForm(Codecs.of(Duration.class), Duration.ofMillis(1500), "87d081");
        assertForm(Codecs.of(Period.class), Period.of(1, -1, 2), "817f82");
        assertForm(Codecs.of(LocalDate.class), LocalDate.EPOCH.plusDays(1), "81");
        assertForm(Codecs.of(LocalTime.class), LocalTime.ofNanoOfDay(3), "0780");
        assertForm(Codecs.of(ZoneOffset.class), ZoneOffset.ofHours(1), "ce10");
        assertForm(
                Codecs.of(ZonedDateTime.class),
                ZonedDateTime.parse("1970-01-01T00:00+01:00[Europe/Paris]"),
                "80" + "0080" + "ce10" + "4575726f70652f50617269f3");
    }

    @Test
    void containers() {
        assertForm(Codecs.of(new TypeToken<List<Byte>>() {}), new ArrayList<>(List.of((byte) 7)), "8107");
        assertForm(Codecs.of(new TypeToken<Optional<Byte>>() {}), Optional.of((byte) 7), "0107");
        assertForm(
                Codecs.of(new TypeToken<Map<Byte, Byte>>() {}),
                new LinkedHashMap<>(Map.of((byte) 1, (byte) 2)),
                "0101010102");
        assertForm(Codecs.nullable(Codecs.of(Byte.class)), null, "00");
        assertForm(Codecs.list(Codecs.nullable(Codecs.of(Byte.class))), List.of((byte) 7), "8107");
        assertThat(hex(Codecs.of(int[].class).bytes(new int[] {1}))).isEqualTo("0181");
        assertThat(hex(Codecs.of(String[].class).bytes(new String[] {"a"}))).isEqualTo("818161");
        assertThat(Codecs.of(new TypeToken<List<String>[]>() {}).typeName()).isEqualTo("List<String>[]");
    }

    @Test
    void null_is_ff_where_no_form_begins_with_it_and_else_a_byte_before_the_value() {
        assertForm(Codecs.nullable(Codecs.of(String.class)), null, "ff");
        assertForm(Codecs.nullable(Codecs.of(String.class)), "ab", "61e2");
        assertForm(Codecs.nullable(Codecs.of(Integer.class)), null, "ff");
        assertForm(Codecs.nullable(Codecs.of(Colour.class)), null, "ff");
        assertForm(Codecs.nullable(Codecs.of(Instant.class)), Instant.MAX, "f0773593ffff701cd2fa9578ff");
        assertForm(Codecs.nullable(Codecs.of(Long.class)), null, "00");
        assertForm(Codecs.nullable(Codecs.of(Long.class)), Long.MAX_VALUE, "01ffffffffffffffffff");
        assertForm(Codecs.nullable(Codecs.of(Shape.class)), null, "ff");
    }

    @Test
    void a_list_says_whether_one_of_its_elements_is_null() {
        Codec<List<Byte>> codec = Codecs.of(new TypeToken<>() {});

        assertForm(codec, new ArrayList<>(), "80");
        assertForm(codec, new ArrayList<>(Arrays.asList((byte) 7, null)), "7e" + "0107" + "00");
        assertForm(Codecs.nullable(codec), null, "ff");
    }

    @Test
    void a_sealed_interface_is_tagged_by_the_place_of_the_class() {
        Codec<Shape> codec = Codecs.of(Shape.class);

        assertForm(codec, new Circle(1), "0081");
        assertForm(codec, Point.ORIGIN, "0100");
        assertThat(codec.typeName()).isEqualTo("Shape{Circle(r: int) | Point[ORIGIN]}");
        assertThat(codec.immutable()).isTrue();
        assertThatThrownBy(() -> codec.fromBytes(HexFormat.of().parseHex("02")))
                .hasMessage("at offset 0 stands place 2, but the places 0 to 1 are [Circle, Point]; "
                        + "the bytes are damaged or were written for another type");
    }

    @Test
    void a_generic_sealed_interface_gives_its_arguments_to_its_records() {
        Codec<Either<String, Long>> codec = Codecs.of(new TypeToken<>() {});

        assertForm(codec, new Left<>("a"), "00" + "8161");
        assertForm(codec, new Right<>(1L), "01" + "0181");
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
                        () -> Codecs.of(Colour.class).fromBytes(HexFormat.of().parseHex("02")))
                .hasMessage("at offset 0 stands place 2, but the places 0 to 1 are [RED, GREEN]; "
                        + "the bytes are damaged or were written for another type");
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
