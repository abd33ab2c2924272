package dev.tidemark.engine.state.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
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
        for (byte[] bytes :
                new byte[][] {{1, -1}, {1, (byte) 0x80}, {2, (byte) 0xC0, (byte) 0x80}, {2, (byte) 0xE2, 'a'}}) {
            assertThatThrownBy(() -> new ByteSource(bytes).readString())
                    .hasMessage("at offset 1 a String of " + bytes[0] + " bytes is not UTF-8; "
                            + "the bytes are damaged or were written for another type");
        }
    }

    @Test
    void a_variable_length_number_that_does_not_end_is_damage() {
        byte[] endless = new byte[12];
        Arrays.fill(endless, (byte) 0x80);

        assertThatThrownBy(() -> new ByteSource(endless).readVarLong()).hasMessageContaining("has at most 10 bytes");
        assertThatThrownBy(() -> new ByteSource(endless).readLength()).hasMessageContaining("has at most 5 bytes");
    }
}
