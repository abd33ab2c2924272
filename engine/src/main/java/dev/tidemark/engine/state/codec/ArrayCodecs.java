package dev.tidemark.engine.state.codec;

import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The codecs of arrays of primitives: the length, then each element as it is alone. */
final class ArrayCodecs {
    private static final Map<Class<?>, Codec<?>> BY_TYPE = Map.of(
            boolean[].class, new ArrayCodec<>(boolean[].class, ArrayCodecs::writeBooleans, ArrayCodecs::readBooleans),
            byte[].class, new ArrayCodec<>(byte[].class, (v, out) -> out.writeBytes(v), ByteSource::readBytes),
            short[].class, new ArrayCodec<>(short[].class, ArrayCodecs::writeShorts, ArrayCodecs::readShorts),
            char[].class, new ArrayCodec<>(char[].class, ArrayCodecs::writeChars, ArrayCodecs::readChars),
            int[].class, new ArrayCodec<>(int[].class, ArrayCodecs::writeInts, ArrayCodecs::readInts),
            long[].class, new ArrayCodec<>(long[].class, ArrayCodecs::writeLongs, ArrayCodecs::readLongs),
            float[].class, new ArrayCodec<>(float[].class, ArrayCodecs::writeFloats, ArrayCodecs::readFloats),
            double[].class, new ArrayCodec<>(double[].class, ArrayCodecs::writeDoubles, ArrayCodecs::readDoubles));

    private ArrayCodecs() {}

    static Optional<Codec<?>> of(Class<?> type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** All of them, in no order. */
    static Collection<Codec<?>> all() {
        return BY_TYPE.values();
    }

    /** An array can always be changed. */
    private record ArrayCodec<A>(Class<A> raw, ScalarCodec.Writer<A> writer, ScalarCodec.Reader<A> reader)
            implements Codec<A> {
        @Override
        public void write(A value, ByteSink out) {
            writer.write(value, out);
        }

        @Override
        public A read(ByteSource in) {
            return reader.read(in);
        }

        @Override
        public boolean immutable() {
            return false;
        }

        @Override
        public boolean roomForNull() {
            return true;
        }

        @Override
        public String typeName() {
            return raw.getSimpleName();
        }

        @Override
        public Type type() {
            return raw;
        }
    }

    private static void writeBooleans(boolean[] values, ByteSink out) {
        out.writeLength(values.length);
        for (boolean value : values) {
            out.writeBoolean(value);
        }
    }

    private static boolean[] readBooleans(ByteSource in) {
        boolean[] values = new boolean[in.readLength()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readBoolean();
        }
        return values;
    }

    private static void writeShorts(short[] values, ByteSink out) {
        out.writeLength(values.length);
        for (short value : values) {
            out.writeVarInt(value);
        }
    }

    private static short[] readShorts(ByteSource in) {
        short[] values = new short[in.readLength()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readVarShort();
        }
        return values;
    }

    private static void writeChars(char[] values, ByteSink out) {
        out.writeLength(values.length);
        for (char value : values) {
            out.writeLength(value);
        }
    }

    private static char[] readChars(ByteSource in) {
        char[] values = new char[in.readLength()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readVarChar();
        }
        return values;
    }

    private static void writeInts(int[] values, ByteSink out) {
        out.writeLength(values.length);
        for (int value : values) {
            out.writeVarInt(value);
        }
    }

    private static int[] readInts(ByteSource in) {
        int[] values = new int[in.readLength()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readVarInt();
        }
        return values;
    }

    private static void writeLongs(long[] values, ByteSink out) {
        out.writeLength(values.length);
        for (long value : values) {
            out.writeVarLong(value);
        }
    }

    private static long[] readLongs(ByteSource in) {
        long[] values = new long[in.readLength()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readVarLong();
        }
        return values;
    }

    private static void writeFloats(float[] values, ByteSink out) {
        out.writeLength(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static float[] readFloats(ByteSource in) {
        float[] values = new float[in.readLength()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }

    private static void writeDoubles(double[] values, ByteSink out) {
        out.writeLength(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] readDoubles(ByteSource in) {
        double[] values = new double[in.readLength()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
