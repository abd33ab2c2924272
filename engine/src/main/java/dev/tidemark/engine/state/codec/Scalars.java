package dev.tidemark.engine.state.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The codecs of numbers, text and the other small values of {@code java.lang}, {@code java.math} and {@code java.util}. */
final class Scalars {
    private static final Map<Class<?>, Codec<?>> BY_TYPE =
            all().stream().collect(Collectors.toUnmodifiableMap(ScalarCodec::type, Function.identity()));

    private Scalars() {}

    /** The codec of a type without parts; those of {@code java.time} are made when one is asked for. */
    static Optional<Codec<?>> of(Class<?> type) {
        return type.getPackageName().equals("java.time")
                ? TimeScalars.of(type)
                : Optional.ofNullable(BY_TYPE.get(type));
    }

    /** The codec of a type without parts, or of an array of primitives, by its name in print. */
    static Optional<Codec<?>> named(String typeName) {
        return Stream.of(BY_TYPE.values(), TimeScalars.all(), ArrayCodecs.all())
                .<Codec<?>>flatMap(Collection::stream)
                .filter(codec -> codec.typeName().equals(typeName))
                .findFirst();
    }

    private static List<ScalarCodec<?>> all() {
        List<ScalarCodec<?>> all = new ArrayList<>(primitives());
        all.add(new ScalarCodec<>(Boolean.class, (v, out) -> out.writeBoolean(v), ByteSource::readBoolean));
        all.add(new ScalarCodec<>(Byte.class, (v, out) -> out.writeByte(v), ByteSource::readByte));
        all.add(new ScalarCodec<>(Short.class, (v, out) -> out.writeShort(v), ByteSource::readShort));
        all.add(new ScalarCodec<>(Character.class, (v, out) -> out.writeChar(v), ByteSource::readChar));
        all.add(new ScalarCodec<>(Integer.class, (v, out) -> out.writeInt(v), ByteSource::readInt));
        all.add(new ScalarCodec<>(Long.class, (v, out) -> out.writeLong(v), ByteSource::readLong));
        all.add(new ScalarCodec<>(Float.class, (v, out) -> out.writeFloat(v), ByteSource::readFloat));
        all.add(new ScalarCodec<>(Double.class, (v, out) -> out.writeDouble(v), ByteSource::readDouble));
        all.add(new ScalarCodec<>(String.class, (v, out) -> out.writeString(v), ByteSource::readString));
        all.add(new ScalarCodec<>(BigInteger.class, Scalars::writeBigInteger, Scalars::readBigInteger));
        all.add(new ScalarCodec<>(
                BigDecimal.class,
                (v, out) -> {
                    out.writeVarInt(v.scale());
                    writeBigInteger(v.unscaledValue(), out);
                },
                in -> {
                    int scale = in.readVarInt();
                    return new BigDecimal(readBigInteger(in), scale);
                }));
        all.add(new ScalarCodec<>(
                UUID.class,
                (v, out) -> {
                    out.writeLong(v.getMostSignificantBits());
                    out.writeLong(v.getLeastSignificantBits());
                },
                in -> new UUID(in.readLong(), in.readLong())));
        all.addAll(optionals());
        return all;
    }

    private static List<ScalarCodec<?>> primitives() {
        return List.of(
                new ScalarCodec<>(boolean.class, (v, out) -> out.writeBoolean(v), ByteSource::readBoolean),
                new ScalarCodec<>(byte.class, (v, out) -> out.writeByte(v), ByteSource::readByte),
                new ScalarCodec<>(short.class, (v, out) -> out.writeShort(v), ByteSource::readShort),
                new ScalarCodec<>(char.class, (v, out) -> out.writeChar(v), ByteSource::readChar),
                new ScalarCodec<>(int.class, (v, out) -> out.writeInt(v), ByteSource::readInt),
                new ScalarCodec<>(long.class, (v, out) -> out.writeLong(v), ByteSource::readLong),
                new ScalarCodec<>(float.class, (v, out) -> out.writeFloat(v), ByteSource::readFloat),
                new ScalarCodec<>(double.class, (v, out) -> out.writeDouble(v), ByteSource::readDouble));
    }

    private static List<ScalarCodec<?>> optionals() {
        return List.of(
                new ScalarCodec<>(
                        OptionalInt.class,
                        (v, out) -> {
                            out.writeBoolean(v.isPresent());
                            v.ifPresent(out::writeInt);
                        },
                        in -> in.readBoolean() ? OptionalInt.of(in.readInt()) : OptionalInt.empty()),
                new ScalarCodec<>(
                        OptionalLong.class,
                        (v, out) -> {
                            out.writeBoolean(v.isPresent());
                            v.ifPresent(out::writeLong);
                        },
                        in -> in.readBoolean() ? OptionalLong.of(in.readLong()) : OptionalLong.empty()),
                new ScalarCodec<>(
                        OptionalDouble.class,
                        (v, out) -> {
                            out.writeBoolean(v.isPresent());
                            v.ifPresent(out::writeDouble);
                        },
                        in -> in.readBoolean() ? OptionalDouble.of(in.readDouble()) : OptionalDouble.empty()));
    }

    private static void writeBigInteger(BigInteger value, ByteSink out) {
        out.writeBytes(value.toByteArray());
    }

    private static BigInteger readBigInteger(ByteSource in) {
        byte[] twosComplement = in.readBytes();
        if (twosComplement.length == 0) {
            throw new CodecException(
                    "at offset " + in.position() + " a BigInteger has no bytes; the bytes are damaged");
        }
        return new BigInteger(twosComplement);
    }
}
