/**
 * Codecs: the one binary form of user values, in state, checkpoints, snapshots, digests and journals.
 *
 * <p>Begin at {@link dev.tidemark.engine.state.codec.Codecs}, which makes a codec from a type:
 *
 * <pre>{@code
 * record Quake(String id, double mag) {}
 * Codec<Quake> codec = Codecs.of(Quake.class);
 * byte[] form = codec.bytes(new Quake("ak1", 2.3));     // 61 6b b1  40 02 66 66 66 66 66 66
 * Quake same = codec.fromBytes(form);
 * Codec<List<String>> lists = Codecs.of(new TypeToken<List<String>>() {});
 * }</pre>
 *
 * <h2>The form, version 2</h2>
 *
 * Values follow one another without padding, names or version; what holds them says the version, and their type in print, which
 * lists constants and variants in order ({@link Codec#typeName}).
 *
 * <p>A {@code length} is an unsigned number: n bytes hold {@code 7n} bits, and are n - 1 ones, a zero, and the bits, big-endian. A
 * {@code number} is signed: n bytes hold {@code 7n} bits with the sign, and are n ones, a zero, and the bits; a negative v is the
 * complement of the bytes of {@code -1 - v}. What does not fit in 56 bits has nine bytes, in which the zero is left out. The
 * unsigned order of the bytes is that of the numbers. A {@code fraction} of a second is a length: of whole milliseconds {@code 4 * millis}, else of
 * whole microseconds {@code 4 * micros + 2}, else {@code 2 * nanos + 1}.
 *
 * <table>
 * <caption>Version 2</caption>
 * <tr><th>type</th><th>bytes</th></tr>
 * <tr><td>boolean</td><td>1: 0 or 1</td></tr>
 * <tr><td>byte</td><td>1</td></tr>
 * <tr><td>short, int, long</td><td>number</td></tr>
 * <tr><td>char</td><td>length</td></tr>
 * <tr><td>float, double</td><td>4, 8, big-endian: IEEE 754 bits, every NaN as {@code 7fc00000} or {@code 7ff8000000000000}</td></tr>
 * <tr><td>boxes of these</td><td>as the primitive</td></tr>
 * <tr><td>String of 2 to 32 ASCII chars</td><td>a byte each, the last with its high bit set</td></tr>
 * <tr><td>any other String</td><td>number of bytes, UTF-8; a surrogate without its partner as the three bytes of its code point</td></tr>
 * <tr><td>BigInteger</td><td>length, two's complement, shortest</td></tr>
 * <tr><td>BigDecimal</td><td>number scale, BigInteger of the unscaled value</td></tr>
 * <tr><td>UUID</td><td>8 high, 8 low</td></tr>
 * <tr><td>enum</td><td>its place among the constants, from 0, as a length</td></tr>
 * <tr><td>Instant, Duration</td><td>fraction, number of seconds</td></tr>
 * <tr><td>Period</td><td>number of years, of months, of days</td></tr>
 * <tr><td>LocalDate</td><td>number of days since 1970-01-01</td></tr>
 * <tr><td>LocalTime</td><td>fraction, number of seconds of the day</td></tr>
 * <tr><td>LocalDateTime</td><td>LocalDate, LocalTime</td></tr>
 * <tr><td>ZoneOffset</td><td>number of seconds</td></tr>
 * <tr><td>ZoneId</td><td>its id as a String</td></tr>
 * <tr><td>OffsetDateTime, OffsetTime</td><td>LocalDateTime or LocalTime, ZoneOffset</td></tr>
 * <tr><td>ZonedDateTime</td><td>LocalDateTime, ZoneOffset, ZoneId</td></tr>
 * <tr><td>Year, YearMonth, MonthDay</td><td>number; number, byte; byte, byte</td></tr>
 * <tr><td>OptionalInt, OptionalLong, OptionalDouble</td><td>byte 0, or byte 1 and the value</td></tr>
 * <tr><td>Optional of T</td><td>byte 0 for empty, or byte 1 and T</td></tr>
 * <tr><td><i>nullable</i> T, where T never begins with {@code ff}</td><td>byte {@code ff} for null, or T</td></tr>
 * <tr><td><i>nullable</i> T, where T is a Byte, Long, Float, Double, UUID or record</td><td>byte 0 for null, or byte 1 and T</td></tr>
 * <tr><td>array of primitives</td><td>length in elements, the elements</td></tr>
 * <tr><td>array of references, List</td><td>number of elements, each element; if one is null, minus that number, each as <i>nullable</i></td></tr>
 * <tr><td>Collection, Queue, Deque, LinkedList, ArrayDeque</td><td>as List</td></tr>
 * <tr><td>Set, SortedSet, NavigableSet, TreeSet, EnumSet</td><td>as List</td></tr>
 * <tr><td>Map, SortedMap, NavigableMap, TreeMap, EnumMap</td><td>length in entries, of each the key as <i>nullable</i>, the value as <i>nullable</i></td></tr>
 * <tr><td>record</td><td>each component in order, a primitive plain, a reference as <i>nullable</i></td></tr>
 * <tr><td>sealed interface</td><td>the place of the value's class among the variants, from 0, as a length, the value as that class</td></tr>
 * </table>
 *
 * <p>Elements that are records without components have no bytes; they are always written as if one were null.
 *
 * <p>A Set or Map is written in its own order of iteration and keeps that order; one whose order depends on hashes (HashSet, HashMap,
 * their kin, and what {@code Set.of}, {@code Map.of} and {@code copyOf} return) is written in the unsigned lexicographic order of the
 * bytes of its elements or entries. A List is read back as ArrayList, a Set as LinkedHashSet, a Map as LinkedHashMap. A view that
 * hides its class, such as {@code Collections.unmodifiableSet}, is taken to have an order of its own.
 *
 * <p>A Collection is read back as ArrayList, a Queue or Deque as LinkedList, a sorted or navigable set or map as TreeSet or TreeMap,
 * any other as the class that was said. A sorted one has the natural order, else it is refused when it is written, and so is a
 * PriorityQueue. Two ArrayDeques are never equal, whatever they hold: say Deque.
 */
@NullMarked
package dev.tidemark.engine.state.codec;

import org.jspecify.annotations.NullMarked;
