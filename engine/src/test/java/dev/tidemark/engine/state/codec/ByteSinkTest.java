package dev.tidemark.engine.state.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ByteSinkTest {
    @Test
    void what_a_sink_takes_a_source_gives_back() {
        ByteSink out = new ByteSink();
        long[] longs = {0, 1, -1, 63, 64, -64, -65, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE};
        for (long value : longs) {
            out.writeVarLong(value);
            out.writeVarInt((int) value);
            out.writeLength((int) value & 0x7fff);
        }
        out.writeBytes(new byte[] {1, 2});
        out.writeRaw(new byte[] {1, 2, 3}, 1, 2);

        ByteSource in = new ByteSource(Arrays.copyOf(out.toBytes(), out.size() + 70_000));
        for (long value : longs) {
            assertThat(in.readVarLong()).isEqualTo(value);
            assertThat(in.readVarInt()).isEqualTo((int) value);
            assertThat(in.readLength()).isEqualTo((int) value & 0x7fff);
        }
        assertThat(in.readBytes()).containsExactly(1, 2);
        assertThat(in.readRaw(2)).containsExactly(2, 3);
        assertThat(in.position()).isEqualTo(out.size());
    }

    @Test
    void the_array_behind_a_sink_holds_what_was_written_since_the_reset() {
        ByteSink out = new ByteSink();
        out.writeLong(7);
        out.reset();
        out.writeInt(-1);

        assertThat(out.size()).isEqualTo(4);
        assertThat(Arrays.copyOf(out.array(), 4)).containsOnly(-1);
    }

    @Test
    void a_source_over_a_part_counts_offsets_from_its_first_byte() {
        ByteSource in = new ByteSource(new byte[] {9, 9, 1, 2}, 2, 1);

        assertThat(in.readBoolean()).isTrue();
        assertThatThrownBy(in::readByte)
                .hasMessage("the bytes end at offset 1, but a byte of 1 byte begins at offset 1; "
                        + "they are cut off or were written for another type");
    }

    @Test
    void a_byte_that_is_no_boolean_is_damage() {
        assertThatThrownBy(() -> new ByteSource(new byte[] {2}).readBoolean())
                .hasMessage("at offset 0 a boolean is 0 or 1, not 2; "
                        + "the bytes are damaged or were written for another type");
    }

    @Test
    void text_that_is_not_utf8_is_damage() {
        for (String hex : List.of("81ff", "8180", "82c080", "82e261")) {
            byte[] bytes = HexFormat.of().parseHex(hex);

            assertThatThrownBy(() -> new ByteSource(bytes).readString())
                    .hasMessage("at offset 1 a String of " + (bytes.length - 1) + " bytes is not UTF-8; "
                            + "the bytes are damaged or were written for another type");
        }
    }

    @Test
    void text_without_an_end_is_damage() {
        assertThatThrownBy(() -> new ByteSource(new byte[] {97, 98, 99}).readString())
                .hasMessage("the bytes end at offset 3, but a String of 4 bytes begins at offset 0; "
                        + "they are cut off or were written for another type");
        assertThatThrownBy(() -> new ByteSource(new byte[40]).readString())
                .hasMessage("at offset 0 a String does not end within 32 bytes; "
                        + "the bytes are damaged or were written for another type");
    }

    @Test
    void numbers_have_few_bytes_and_their_order() {
        assertThat(form(0)).isEqualTo("80");
        assertThat(form(63)).isEqualTo("bf");
        assertThat(form(64)).isEqualTo("c040");
        assertThat(form(-1)).isEqualTo("7f");
        assertThat(form(-64)).isEqualTo("40");
        assertThat(form(-65)).isEqualTo("3fbf");
        assertThat(form(1_714_557_500_000L)).isEqualTo("fd8f33973a60");
        assertThat(form((1L << 55) - 1)).isEqualTo("ff7fffffffffffff");
        assertThat(form(1L << 55)).isEqualTo("ff8080000000000000");
        assertThat(form(Long.MIN_VALUE)).isEqualTo("000000000000000000");

        byte[] before = bytes(Long.MIN_VALUE);
        for (long value : around()) {
            byte[] next = bytes(value);
            assertThat(Arrays.compareUnsigned(before, next)).isNegative();
            assertThat(new ByteSource(next).readVarLong()).isEqualTo(value);
            assertThat(new ByteSource(Arrays.copyOf(next, 20)).readVarLong()).isEqualTo(value);
            before = next;
        }
    }

    /** Ascending: every power of two with what is beside it, on both sides of zero. */
    private static long[] around() {
        return LongStream.concat(
                        LongStream.of(0, Long.MAX_VALUE),
                        IntStream.range(0, 63)
                                .mapToObj(bit -> 1L << bit)
                                .flatMapToLong(power ->
                                        LongStream.of(power - 1, power, power + 1, -power - 1, -power, -power + 1)))
                .sorted()
                .distinct()
                .toArray();
    }

    @Test
    void a_number_beyond_its_type_is_damage() {
        assertThatThrownBy(() -> new ByteSource(bytes(1L << 31)).readVarInt())
                .hasMessage("the number before offset 5, 2147483648, is too large for an int; "
                        + "the bytes are damaged or were written for another type");
        assertThatThrownBy(() -> new ByteSource(bytes(-32_769)).readVarShort()).hasMessageContaining("for a short");
        assertThatThrownBy(() -> new ByteSource(new byte[] {(byte) 0xC1, 0, 0}).readVarChar())
                .hasMessageContaining("for a char");
    }

    @Test
    void a_length_has_seven_bits_a_byte() {
        for (int length : new int[] {0, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152, 268_435_455, 268_435_456}) {
            ByteSink out = new ByteSink();
            out.writeLength(length);
            byte[] form = out.toBytes();

            assertThat(new ByteSource(form).readUnsigned("it")).isEqualTo(length);
            assertThat(form).hasSize(Math.max(1, (38 - Integer.numberOfLeadingZeros(length)) / 7));
        }
        assertThatThrownBy(() -> new ByteSource(new byte[] {-1, 0, 0, 0, 0, 0}).readLength())
                .hasMessageContaining("has at most 5 bytes");
        assertThatThrownBy(() -> new ByteSource(new byte[] {(byte) 0x84, 0, 0}).readLength())
                .hasMessage("the length before offset 2 is 1024, but 1 bytes remain; "
                        + "the bytes are cut off or were written for another type");
    }

    private static String form(long value) {
        return HexFormat.of().formatHex(bytes(value));
    }

    private static byte[] bytes(long value) {
        ByteSink out = new ByteSink();
        out.writeVarLong(value);
        return out.toBytes();
    }
}
