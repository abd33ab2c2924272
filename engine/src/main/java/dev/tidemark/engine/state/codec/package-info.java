/**
 * Codecs: the one binary form of user values, in state, checkpoints, snapshots, digests and journals.
 *
 * <p>Begin at {@link dev.tidemark.engine.state.codec.Codecs}, which makes a codec from a type:
 *
 * <pre>{@code
 * record Quake(String id, double mag) {}
 * Codec<Quake> codec = Codecs.of(Quake.class);
 * byte[] form = codec.bytes(new Quake("ak1", 2.3));     // 01 03 61 6b 31  40 02 66 66 66 66 66 66
 * Quake same = codec.fromBytes(form);
 * Codec<List<String>> lists = Codecs.of(new TypeToken<List<String>>() {});
 * }</pre>
 *
 * <h2>The form, version 1</h2>
 *
 * Values follow one another without padding, names or version; what holds them says the version. All numbers of fixed width are
 * big-endian. {@code length} is an unsigned number in seven-bit groups, the lowest first, the high bit of a byte set when
 * another follows. {@code zigzag} is a signed number {@code v} as the length form of {@code (v << 1) ^ (v >> 31)}.
 *
 * <table>
 * <caption>Version 1</caption>
 * <tr><th>type</th><th>bytes</th></tr>
 * <tr><td>boolean</td><td>1: 0 or 1</td></tr>
 * <tr><td>byte, short, char, int, long</td><td>1, 2, 2, 4, 8</td></tr>
 * <tr><td>float, double</td><td>4, 8: IEEE 754 bits, every NaN as {@code 7fc00000} or {@code 7ff8000000000000}</td></tr>
 * <tr><td>boxes of these</td><td>as the primitive</td></tr>
 * <tr><td>String</td><td>length in bytes, UTF-8; a surrogate without its partner as the three bytes of its code point</td></tr>
 * <tr><td>BigInteger</td><td>length, two's complement, shortest</td></tr>
 * <tr><td>BigDecimal</td><td>zigzag scale, BigInteger of the unscaled value</td></tr>
 * <tr><td>UUID</td><td>8 high, 8 low</td></tr>
 * <tr><td>enum</td><td>its name as a String</td></tr>
 * <tr><td>Instant, Duration</td><td>long seconds, int nanoseconds</td></tr>
 * <tr><td>Period</td><td>int years, int months, int days</td></tr>
 * <tr><td>LocalDate</td><td>long days since 1970-01-01</td></tr>
 * <tr><td>LocalTime</td><td>long nanoseconds of the day</td></tr>
 * <tr><td>LocalDateTime</td><td>LocalDate, LocalTime</td></tr>
 * <tr><td>ZoneOffset</td><td>int seconds</td></tr>
 * <tr><td>ZoneId</td><td>its id as a String</td></tr>
 * <tr><td>OffsetDateTime, OffsetTime</td><td>LocalDateTime or LocalTime, ZoneOffset</td></tr>
 * <tr><td>ZonedDateTime</td><td>LocalDateTime, ZoneOffset, ZoneId</td></tr>
 * <tr><td>Year, YearMonth, MonthDay</td><td>int; int, byte; byte, byte</td></tr>
 * <tr><td>OptionalInt, OptionalLong, OptionalDouble</td><td>byte 0, or byte 1 and the value</td></tr>
 * <tr><td><i>nullable</i> T</td><td>byte 0 for null, or byte 1 and T</td></tr>
 * <tr><td>Optional of T</td><td>byte 0 for empty, or byte 1 and T</td></tr>
 * <tr><td>array of primitives</td><td>length in elements, the elements</td></tr>
 * <tr><td>array of references, List</td><td>length in elements, each element as <i>nullable</i></td></tr>
 * <tr><td>Collection, Queue, Deque, LinkedList, ArrayDeque</td><td>as List</td></tr>
 * <tr><td>Set, SortedSet, NavigableSet, TreeSet, EnumSet</td><td>size, each element as <i>nullable</i></td></tr>
 * <tr><td>Map, SortedMap, NavigableMap, TreeMap, EnumMap</td><td>size, of each entry the key as <i>nullable</i>, the value as <i>nullable</i></td></tr>
 * <tr><td>record</td><td>each component in order, a primitive plain, a reference as <i>nullable</i></td></tr>
 * <tr><td>sealed interface</td><td>the simple name of the value's class as a String, the value as that class</td></tr>
 * </table>
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
