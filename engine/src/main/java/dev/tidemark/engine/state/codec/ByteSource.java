package dev.tidemark.engine.state.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A byte source is an array of bytes that values are read from, in the forms of {@link ByteSink}.
 *
 * <p>Every method throws a {@link CodecException} that names the offset and what was read, when the bytes end early. Offsets are
 * counted from the first byte of the source. A source belongs to one thread.
 */
public final class ByteSource {
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** The byte that stands for null where no form begins with it. */
    static final byte NULL = (byte) 0xFF;

    private final byte[] bytes;
    private final int start;
    private final int end;
    private int next;

    public ByteSource(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /** A source over {@code bytes[offset, offset + length)}, which is not copied. */
    public ByteSource(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        this.bytes = bytes;
        this.start = offset;
        this.end = offset + length;
        this.next = offset;
    }

    public byte readByte() {
        return bytes[take(1, "a byte")];
    }

    /**
     * One byte, 0 or 1.
     *
     * @throws CodecException also if the byte is neither 0 nor 1
     */
    public boolean readBoolean() {
        byte value = bytes[take(1, "a boolean")];
        if ((value & ~1) != 0) {
            throw damaged(1, "a boolean is 0 or 1, not " + value);
        }
        return value == 1;
    }

    public short readShort() {
        return (short) SHORTS.get(bytes, take(2, "a short"));
    }

    public char readChar() {
        return (char) (short) SHORTS.get(bytes, take(2, "a char"));
    }

    public int readInt() {
        return (int) INTS.get(bytes, take(4, "an int"));
    }

    public long readLong() {
        return (long) LONGS.get(bytes, take(8, "a long"));
    }

    public float readFloat() {
        return Float.intBitsToFloat((int) INTS.get(bytes, take(4, "a float")));
    }

    public double readDouble() {
        return Double.longBitsToDouble((long) LONGS.get(bytes, take(8, "a double")));
    }

    /**
     * A number as by {@link ByteSink#writeVarInt}.
     *
     * @throws CodecException also if it is too large for an int
     */
    public int readVarInt() {
        long value = readVarLong();
        if (value != (int) value) {
            throw tooLarge(value, "an int");
        }
        return (int) value;
    }

    /** A number as by {@link ByteSink#writeVarInt}; one that is too large for a short is an error. */
    short readVarShort() {
        long value = readVarLong();
        if (value != (short) value) {
            throw tooLarge(value, "a short");
        }
        return (short) value;
    }

    /** A number as by {@link ByteSink#writeLength}; one that is too large for a char is an error. */
    char readVarChar() {
        int value = readUnsigned("a char");
        if (value != (char) value) {
            throw tooLarge(value, "a char");
        }
        return (char) value;
    }

    /** A number as by {@link ByteSink#writeVarLong}. */
    public long readVarLong() {
        byte first = bytes[take(1, "a variable-length number")];
        int sign = ~(first >> 7); // 0 for what is not negative, whose first bit is set
        int head = (first ^ sign) & 0xFF;
        if (head < 0xC0) {
            return (head & 0x3F) ^ sign;
        }
        int count = Integer.numberOfLeadingZeros(~(head << 24));
        if (count < 8) {
            long value = readTail(head & (0x7F >> count), count - 1, sign);
            return value ^ sign;
        }
        byte second = bytes[take(1, "a variable-length number of at least 8 bytes")];
        int next = (second ^ sign) & 0xFF;
        return readTail(next & 0x7F, next < 0x80 ? 6 : 7, sign) ^ sign;
    }

    /** The bits so far, then those of {@code count} more bytes. */
    private long readTail(long bits, int count, int sign) {
        int from = take(count, "the rest of a variable-length number");
        if (from + Long.BYTES <= bytes.length) {
            long word = (long) LONGS.get(bytes, from) ^ sign;
            return (bits << (8 * count)) | (word >>> (64 - 8 * count));
        }
        long value = bits;
        for (int i = from; i < from + count; i++) {
            value = (value << 8) | ((bytes[i] ^ sign) & 0xFF);
        }
        return value;
    }

    /**
     * A count of bytes or elements that follow.
     *
     * @throws CodecException also if fewer bytes remain than the length, since each element has at least one byte
     */
    public int readLength() {
        int length = readUnsigned("a length");
        requireRoom(length);
        return length;
    }

    private void requireRoom(long length) {
        if (length < 0 || length > end - next) {
            throw new CodecException("the length before offset " + position() + " is " + length + ", but " + remaining()
                    + " bytes remain; the bytes are cut off or were written for another type");
        }
    }

    /**
     * How many elements follow, as by {@link ByteSink#writeSize}: negative when each of them may be null.
     *
     * @throws CodecException also if fewer bytes remain than elements, since each has at least one byte
     */
    public int readSize() {
        int size = readVarInt();
        requireRoom(Math.abs((long) size));
        return size;
    }

    /**
     * A place in a list, counted from 0, as by {@link ByteSink#writeLength}.
     *
     * @throws CodecException also if the list has no such place; the message names what is in it
     */
    public int readPlace(List<?> names) {
        int from = position();
        int place = readUnsigned("a place");
        if (place >= names.size()) {
            throw new CodecException(
                    "at offset " + from + " stands place " + place + ", but the places 0 to " + (names.size() - 1)
                            + " are " + names + "; the bytes are damaged or were written for another type");
        }
        return place;
    }

    /** Steps over the byte that {@link ByteSink#writeNull} wrote, if it comes next; only where no form begins with it. */
    public boolean readNull() {
        if (next < end && bytes[next] == NULL) {
            next++;
            return true;
        }
        return false;
    }

    public String readString() {
        if (next < end && bytes[next] >= 0) {
            return readMarked();
        }
        long length = readVarLong();
        requireRoom(length);
        int from = take((int) length, "a String");
        String text = Utf8.decode(bytes, from, (int) length);
        if (text == null) {
            throw damaged((int) length, "a String of " + length + " bytes is not UTF-8");
        }
        return text;
    }

    /** ASCII up to the byte with the high bit. */
    private String readMarked() {
        int from = next;
        int stop = Math.min(end, from + Utf8.LONGEST_MARKED);
        for (int at = from + 1; at < stop; at++) {
            if (bytes[at] < 0) {
                next = at + 1;
                return Utf8.marked(bytes, from, next - from);
            }
        }
        if (stop == end) {
            throw truncated(end - from + 1, "a String");
        }
        throw damaged(0, "a String does not end within " + Utf8.LONGEST_MARKED + " bytes");
    }

    public byte[] readBytes() {
        return readRaw(readLength());
    }

    /** Reads bytes that were written without their length. */
    public byte[] readRaw(int length) {
        int from = take(length, "bytes");
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    /** The offset of the next byte, counted from the first byte of the source. */
    public int position() {
        return next - start;
    }

    /** How many bytes are left. */
    public int remaining() {
        return end - next;
    }

    /** A number as by {@link ByteSink#writeLength}, of which nothing needs to follow. */
    int readUnsigned(String what) {
        byte first = bytes[take(1, what)];
        if (first >= 0) {
            return first;
        }
        int more = Integer.numberOfLeadingZeros(~(first << 24));
        if (more > 4) {
            throw damaged(1, what + " has at most 5 bytes");
        }
        long value = readTail(first & (0x7F >> more), more, 0);
        if (value != (int) value) {
            throw tooLarge(value, what);
        }
        return (int) value;
    }

    /** Moves over {@code length} bytes and returns where they begin. */
    private int take(int length, String what) {
        int from = next;
        if (length > end - from) {
            throw truncated(length, what);
        }
        next = from + length;
        return from;
    }

    private CodecException truncated(int length, String what) {
        return new CodecException("the bytes end at offset " + (end - start) + ", but " + what + " of " + length
                + (length == 1 ? " byte" : " bytes") + " begins at offset " + position()
                + "; they are cut off or were written for another type");
    }

    private CodecException tooLarge(long value, String what) {
        return new CodecException("the number before offset " + position() + ", " + value + ", is too large for " + what
                + "; the bytes are damaged or were written for another type");
    }

    private CodecException damaged(int length, String why) {
        return new CodecException("at offset " + (position() - length) + " " + why
                + "; the bytes are damaged or were written for another type");
    }
}
