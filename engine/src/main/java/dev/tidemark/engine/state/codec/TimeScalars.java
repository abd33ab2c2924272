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
        return List.of(
                time(
                        Instant.class,
                        (v, out) -> {
                            out.writeLong(v.getEpochSecond());
                            out.writeInt(v.getNano());
                        },
                        in -> Instant.ofEpochSecond(in.readLong(), in.readInt())),
                time(
                        Duration.class,
                        (v, out) -> {
                            out.writeLong(v.getSeconds());
                            out.writeInt(v.getNano());
                        },
                        in -> Duration.ofSeconds(in.readLong(), in.readInt())),
                time(
                        Period.class,
                        (v, out) -> {
                            out.writeInt(v.getYears());
                            out.writeInt(v.getMonths());
                            out.writeInt(v.getDays());
                        },
                        in -> Period.of(in.readInt(), in.readInt(), in.readInt())),
                time(LocalDate.class, TimeScalars::writeDate, TimeScalars::readDate),
                time(LocalTime.class, TimeScalars::writeTime, TimeScalars::readTime),
                time(LocalDateTime.class, TimeScalars::writeDateTime, TimeScalars::readDateTime),
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
                        in -> OffsetTime.of(readTime(in), readOffset(in))),
                time(Year.class, (v, out) -> out.writeInt(v.getValue()), in -> Year.of(in.readInt())),
                time(
                        YearMonth.class,
                        (v, out) -> {
                            out.writeInt(v.getYear());
                            out.writeByte(v.getMonthValue());
                        },
                        in -> YearMonth.of(in.readInt(), in.readByte())),
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
        return new ScalarCodec<>(type, writer, in -> {
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

    private static void writeDate(LocalDate value, ByteSink out) {
        out.writeLong(value.toEpochDay());
    }

    private static LocalDate readDate(ByteSource in) {
        return LocalDate.ofEpochDay(in.readLong());
    }

    private static void writeTime(LocalTime value, ByteSink out) {
        out.writeLong(value.toNanoOfDay());
    }

    private static LocalTime readTime(ByteSource in) {
        return LocalTime.ofNanoOfDay(in.readLong());
    }

    private static void writeDateTime(LocalDateTime value, ByteSink out) {
        writeDate(value.toLocalDate(), out);
        writeTime(value.toLocalTime(), out);
    }

    private static LocalDateTime readDateTime(ByteSource in) {
        return LocalDateTime.of(readDate(in), readTime(in));
    }

    private static void writeOffset(ZoneOffset value, ByteSink out) {
        out.writeInt(value.getTotalSeconds());
    }

    private static ZoneOffset readOffset(ByteSource in) {
        return ZoneOffset.ofTotalSeconds(in.readInt());
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
