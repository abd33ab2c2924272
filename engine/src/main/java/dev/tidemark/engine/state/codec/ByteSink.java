package dev.tidemark.engine.state.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A byte sink is a growing array of bytes that values are written to.
 *
 * <p>Numbers of fixed width are big-endian. {@link ByteSource} reads each form with the method of the same name. A sink
 * belongs to one thread.
 */
public final class ByteSink {
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes;
    private int size;

    public ByteSink() {
        this(64);
    }

    /**
     * An empty sink.
     *
     * @param capacity how many bytes fit before the array grows for the first time
     */
    public ByteSink(int capacity) {
        this.bytes = new byte[Math.max(capacity, 16)];
    }

    /** One byte: the low eight bits. */
    public void writeByte(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    /** One byte: 1 for true, 0 for false. */
    public void writeBoolean(boolean value) {
        writeByte(value ? 1 : 0);
    }

    /** Two bytes: the low sixteen bits. */
    public void writeShort(int value) {
        reserve(2);
        SHORTS.set(bytes, size, (short) value);
        size += 2;
    }

    /** Two bytes: one UTF-16 code unit. */
    public void writeChar(char value) {
        writeShort(value);
    }

    /** Four bytes. */
    public void writeInt(int value) {
        reserve(4);
        INTS.set(bytes, size, value);
        size += 4;
    }

    /** Eight bytes. */
    public void writeLong(long value) {
        reserve(8);
        LONGS.set(bytes, size, value);
        size += 8;
    }

    /** Four bytes: IEEE 754 bits, every NaN as {@code 0x7fc00000}. */
    public void writeFloat(float value) {
        writeInt(Float.floatToIntBits(value));
    }

    /** Eight bytes: IEEE 754 bits, every NaN as {@code 0x7ff8000000000000}. */
    public void writeDouble(double value) {
        writeLong(Double.doubleToLongBits(value));
    }

    /** One to five bytes: as {@link #writeVarLong}, so that a number has the same bytes as an int and as a long. */
    public void writeVarInt(int value) {
        writeVarLong(value);
    }

    /**
     * One to nine bytes, and the fewer the nearer to zero: n bytes hold the numbers of {@code 7n} bits with their sign.
     *
     * <p>A number that is not negative is n ones, a zero, and its bits, big-endian, in nine bytes without the zero; a negative one is
     * the complement of the bytes of {@code -1 - value}. The unsigned order of the bytes is that of the numbers.
     */
    public void writeVarLong(long value) {
        reserve(9);
        long sign = value >> 63;
        long magnitude = value ^ sign;
        if (magnitude < 0x40) {
            bytes[size++] = (byte) (value ^ 0x80);
        } else if (magnitude < 1L << 55) {
            int count = (64 - Long.numberOfLeadingZeros(magnitude) + 7) / 7;
            long header = ((1L << count) - 1) << (7 * count);
            LONGS.set(bytes, size, ((header | magnitude) ^ sign) << (64 - 8 * count));
            size += count;
        } else {
            bytes[size] = (byte) ~sign;
            LONGS.set(bytes, size + 1, value ^ Long.MIN_VALUE);
            size += 9;
        }
    }

    /**
     * A count of bytes or elements: one to five bytes, of which n hold {@code 7n} bits: n - 1 ones, a zero, and the bits, big-endian.
     *
     * @param length not negative
     */
    public void writeLength(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("a length cannot be negative: " + length);
        }
        if (length < 0x80) {
            writeByte(length);
            return;
        }
        reserve(Long.BYTES);
        int count = (32 - Integer.numberOfLeadingZeros(length) + 6) / 7;
        long header = ((1L << (count - 1)) - 1) << (7 * count + 1);
        LONGS.set(bytes, size, (header | length) << (64 - 8 * count));
        size += count;
    }

    /**
     * How many elements follow, and whether each of them may be null: the number as by {@link #writeVarInt}, negative when they may.
     *
     * @param size not negative
     */
    public void writeSize(int size, boolean nullable) {
        writeVarInt(nullable ? -size : size);
    }

    /** The byte {@code ff}, with which many forms never begin: there it stands for null. */
    public void writeNull() {
        writeByte(ByteSource.NULL);
    }

    /**
     * Text of 2 to 32 ASCII chars: a byte each, the last with its high bit set. Any other: its length in
     * bytes as by {@link #writeVarInt}, then UTF-8; a surrogate without its partner is written as three bytes.
     */
    public void writeString(String value) {
        int length = Utf8.length(value);
        if (Utf8.marked(length, value)) {
            reserve(length);
            Utf8.encode(value, length, bytes, size);
            size += length;
            bytes[size - 1] |= (byte) 0x80;
            return;
        }
        writeVarInt(length);
        reserve(length);
        Utf8.encode(value, length, bytes, size);
        size += length;
    }

    /** The length as by {@link #writeLength}, then the bytes. */
    public void writeBytes(byte[] value) {
        writeLength(value.length);
        writeRaw(value, 0, value.length);
    }

    /** Bytes without their length, for a reader that knows it. */
    public void writeRaw(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    /** How many bytes were written since the start or the last {@link #reset()}. */
    public int size() {
        return size;
    }

    /** A copy of what was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /**
     * The array behind the sink, of which the first {@link #size()} bytes are written: to hash or compare without a copy. It is
     * replaced when the sink grows, so do not keep it over a write.
     */
    public byte[] array() {
        return bytes;
    }

    /** Forgets what was written and keeps the array. */
    public void reset() {
        size = 0;
    }

    /** Makes room, so that {@code length} more bytes fit. */
    private void reserve(int length) {
        if (length > bytes.length - size) {
            grow(length);
        }
    }

    private void grow(int length) {
        long needed = (long) size + length;
        if (needed > Integer.MAX_VALUE - 8) {
            throw new CodecException("a value of more than 2 GiB cannot be written; split it");
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(needed, 2L * bytes.length), Integer.MAX_VALUE - 8));
    }
}
