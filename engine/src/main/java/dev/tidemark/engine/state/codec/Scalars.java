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
        all.add(ScalarCodec.withRoom(Boolean.class, (v, out) -> out.writeBoolean(v), ByteSource::readBoolean));
        all.add(new ScalarCodec<>(Byte.class, (v, out) -> out.writeByte(v), ByteSource::readByte));
        all.add(ScalarCodec.withRoom(Short.class, (v, out) -> out.writeVarInt(v), ByteSource::readVarShort));
        all.add(ScalarCodec.withRoom(Character.class, (v, out) -> out.writeLength(v), ByteSource::readVarChar));
        all.add(ScalarCodec.withRoom(Integer.class, (v, out) -> out.writeVarInt(v), ByteSource::readVarInt));
        all.add(new ScalarCodec<>(Long.class, (v, out) -> out.writeVarLong(v), ByteSource::readVarLong));
        all.add(new ScalarCodec<>(Float.class, (v, out) -> out.writeFloat(v), ByteSource::readFloat));
        all.add(new ScalarCodec<>(Double.class, (v, out) -> out.writeDouble(v), ByteSource::readDouble));
        all.add(ScalarCodec.withRoom(String.class, (v, out) -> out.writeString(v), ByteSource::readString));
        all.add(ScalarCodec.withRoom(BigInteger.class, Scalars::writeBigInteger, Scalars::readBigInteger));
        all.add(ScalarCodec.withRoom(
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
                new ScalarCodec<>(short.class, (v, out) -> out.writeVarInt(v), ByteSource::readVarShort),
                new ScalarCodec<>(char.class, (v, out) -> out.writeLength(v), ByteSource::readVarChar),
                new ScalarCodec<>(int.class, (v, out) -> out.writeVarInt(v), ByteSource::readVarInt),
                new ScalarCodec<>(long.class, (v, out) -> out.writeVarLong(v), ByteSource::readVarLong),
                new ScalarCodec<>(float.class, (v, out) -> out.writeFloat(v), ByteSource::readFloat),
                new ScalarCodec<>(double.class, (v, out) -> out.writeDouble(v), ByteSource::readDouble));
    }

    private static List<ScalarCodec<?>> optionals() {
        return List.of(
                ScalarCodec.withRoom(
                        OptionalInt.class,
                        (v, out) -> {
                            out.writeBoolean(v.isPresent());
                            v.ifPresent(out::writeVarInt);
                        },
                        in -> in.readBoolean() ? OptionalInt.of(in.readVarInt()) : OptionalInt.empty()),
                ScalarCodec.withRoom(
                        OptionalLong.class,
                        (v, out) -> {
                            out.writeBoolean(v.isPresent());
                            v.ifPresent(out::writeVarLong);
                        },
                        in -> in.readBoolean() ? OptionalLong.of(in.readVarLong()) : OptionalLong.empty()),
                ScalarCodec.withRoom(
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
