package dev.tidemark.engine.state.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
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

    public int readVarInt() {
        int zigzag = readUnsigned("a variable-length int");
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    public long readVarLong() {
        long zigzag = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte part = bytes[take(1, "a variable-length long")];
            zigzag |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return (zigzag >>> 1) ^ -(zigzag & 1);
            }
        }
        throw damaged(10, "a variable-length long has at most 10 bytes");
    }

    /**
     * A count of bytes or elements that follow.
     *
     * @throws CodecException also if fewer bytes remain than the length, since each element has at least one byte
     */
    public int readLength() {
        int length = readUnsigned("a length");
        if (length < 0 || length > end - next) {
            throw new CodecException("the length before offset " + position() + " is " + (length & 0xFFFFFFFFL)
                    + ", but " + remaining() + " bytes remain; the bytes are cut off or were written for another type");
        }
        return length;
    }

    public String readString() {
        int length = readLength();
        int from = take(length, "a String");
        String text = Utf8.decode(bytes, from, length);
        if (text == null) {
            throw damaged(length, "a String of " + length + " bytes is not UTF-8");
        }
        return text;
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

    /** Steps over the given bytes if they come next. */
    boolean skip(byte[] expected) {
        int length = expected.length;
        if (length > end - next || !Arrays.equals(bytes, next, next + length, expected, 0, length)) {
            return false;
        }
        next += length;
        return true;
    }

    private int readUnsigned(String what) {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            byte part = bytes[take(1, what)];
            value |= (part & 0x7F) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw damaged(5, what + " has at most 5 bytes");
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

    private CodecException damaged(int length, String why) {
        return new CodecException("at offset " + (position() - length) + " " + why
                + "; the bytes are damaged or were written for another type");
    }
}
