package dev.tidemark.engine.state.codec;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The codecs of {@code java.time}. */
final class TimeScalars {
    private static final Map<Class<?>, Codec<?>> BY_TYPE =
            all().stream().collect(Collectors.toUnmodifiableMap(ScalarCodec::type, Function.identity()));

    private TimeScalars() {}

    /** The codec of a type of {@code java.time}. */
    static Optional<Codec<?>> of(Class<?> type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    static List<ScalarCodec<?>> all() {
        return Stream.of(momentsAndSpans(), withoutZone(), withZone(), partsOfDates())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ScalarCodec<?>> momentsAndSpans() {
        return List.of(
                time(
                        Instant.class,
                        (v, out) -> {
                            writeFraction(v.getNano(), out);
                            out.writeVarLong(v.getEpochSecond());
                        },
                        in -> {
                            int nanos = readFraction(in);
                            return Instant.ofEpochSecond(in.readVarLong(), nanos);
                        }),
                time(
                        Duration.class,
                        (v, out) -> {
                            writeFraction(v.getNano(), out);
                            out.writeVarLong(v.getSeconds());
                        },
                        in -> {
                            int nanos = readFraction(in);
                            return Duration.ofSeconds(in.readVarLong(), nanos);
                        }),
                time(
                        Period.class,
                        (v, out) -> {
                            out.writeVarInt(v.getYears());
                            out.writeVarInt(v.getMonths());
                            out.writeVarInt(v.getDays());
                        },
                        in -> Period.of(in.readVarInt(), in.readVarInt(), in.readVarInt())));
    }

    private static List<ScalarCodec<?>> withoutZone() {
        return List.of(
                time(LocalDate.class, TimeScalars::writeDate, TimeScalars::readDate),
                time(LocalTime.class, TimeScalars::writeTime, TimeScalars::readTime),
                time(LocalDateTime.class, TimeScalars::writeDateTime, TimeScalars::readDateTime));
    }

    private static List<ScalarCodec<?>> withZone() {
        return List.of(
                time(ZoneOffset.class, TimeScalars::writeOffset, TimeScalars::readOffset),
                time(ZoneId.class, (v, out) -> out.writeString(v.getId()), in -> ZoneId.of(in.readString())),
                time(ZonedDateTime.class, TimeScalars::writeZoned, TimeScalars::readZoned),
                time(
                        OffsetDateTime.class,
                        (v, out) -> {
                            writeDateTime(v.toLocalDateTime(), out);
                            writeOffset(v.getOffset(), out);
                        },
                        in -> OffsetDateTime.of(readDateTime(in), readOffset(in))),
                time(
                        OffsetTime.class,
                        (v, out) -> {
                            writeTime(v.toLocalTime(), out);
                            writeOffset(v.getOffset(), out);
                        },
                        in -> OffsetTime.of(readTime(in), readOffset(in))));
    }

    private static List<ScalarCodec<?>> partsOfDates() {
        return List.of(
                time(Year.class, (v, out) -> out.writeVarInt(v.getValue()), in -> Year.of(in.readVarInt())),
                time(
                        YearMonth.class,
                        (v, out) -> {
                            out.writeVarInt(v.getYear());
                            out.writeByte(v.getMonthValue());
                        },
                        in -> YearMonth.of(in.readVarInt(), in.readByte())),
                time(
                        MonthDay.class,
                        (v, out) -> {
                            out.writeByte(v.getMonthValue());
                            out.writeByte(v.getDayOfMonth());
                        },
                        in -> MonthDay.of(in.readByte(), in.readByte())));
    }

    /** A codec whose reader turns a value out of range into an error with its offset. */
    private static <T> ScalarCodec<T> time(Class<T> type, ScalarCodec.Writer<T> writer, ScalarCodec.Reader<T> reader) {
        return ScalarCodec.withRoom(type, writer, in -> {
            int from = in.position();
            try {
                return reader.read(in);
            } catch (DateTimeException | ArithmeticException e) {
                throw new CodecException(
                        "at offset " + from + " is no " + type.getSimpleName() + ": " + e.getMessage()
                                + "; the bytes are damaged or were written for another type",
                        e);
            }
        });
    }

    /** The part of a second, shorter for whole milliseconds and microseconds; never begins with the byte for null. */
    private static void writeFraction(int nanos, ByteSink out) {
        if (nanos % 1_000_000 == 0) {
            out.writeLength((nanos / 1_000_000) << 2);
        } else if (nanos % 1_000 == 0) {
            out.writeLength(((nanos / 1_000) << 2) | 2);
        } else {
            out.writeLength((nanos << 1) | 1);
        }
    }

    private static int readFraction(ByteSource in) {
        int fraction = in.readUnsigned("a part of a second");
        long nanos =
                (fraction & 1) == 1 ? fraction >>> 1 : (fraction >>> 2) * ((fraction & 2) == 2 ? 1_000L : 1_000_000L);
        if (nanos > 999_999_999) {
            throw new DateTimeException(nanos + " nanoseconds are no part of a second");
        }
        return (int) nanos;
    }

    private static void writeDate(LocalDate value, ByteSink out) {
        out.writeVarLong(value.toEpochDay());
    }

    private static LocalDate readDate(ByteSource in) {
        return LocalDate.ofEpochDay(in.readVarLong());
    }

    private static void writeTime(LocalTime value, ByteSink out) {
        long nanos = value.toNanoOfDay();
        writeFraction((int) (nanos % 1_000_000_000), out);
        out.writeVarInt((int) (nanos / 1_000_000_000));
    }

    private static LocalTime readTime(ByteSource in) {
        int nanos = readFraction(in);
        return LocalTime.ofSecondOfDay(in.readVarInt()).withNano(nanos);
    }

    private static void writeDateTime(LocalDateTime value, ByteSink out) {
        writeDate(value.toLocalDate(), out);
        writeTime(value.toLocalTime(), out);
    }

    private static LocalDateTime readDateTime(ByteSource in) {
        return LocalDateTime.of(readDate(in), readTime(in));
    }

    private static void writeOffset(ZoneOffset value, ByteSink out) {
        out.writeVarInt(value.getTotalSeconds());
    }

    private static ZoneOffset readOffset(ByteSource in) {
        return ZoneOffset.ofTotalSeconds(in.readVarInt());
    }

    private static void writeZoned(ZonedDateTime value, ByteSink out) {
        writeDateTime(value.toLocalDateTime(), out);
        writeOffset(value.getOffset(), out);
        out.writeString(value.getZone().getId());
    }

    /** The offset says which instant is meant; where the zone's rules have changed since, the local time gives way. */
    private static ZonedDateTime readZoned(ByteSource in) {
        LocalDateTime local = readDateTime(in);
        ZoneOffset offset = readOffset(in);
        return ZonedDateTime.ofInstant(local, offset, ZoneId.of(in.readString()));
    }
}
