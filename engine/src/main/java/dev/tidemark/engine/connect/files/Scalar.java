package dev.tidemark.engine.connect.files;

import dev.tidemark.engine.transcript.ScalarText;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a value without parts is read from a cell or a JSON text.
 *
 * @param expected the type as an error names it: {@code a double}
 * @param blanksCount true if blanks around the value belong to it
 */
record Scalar(String expected, boolean blanksCount, Function<String, Optional<Object>> parser) {

    /** Empty if values of the class have parts. */
    static Optional<Scalar> of(Class<?> type) {
        if (type == String.class) {
            return Optional.of(new Scalar("text", true, Optional::of));
        }
        if (type == char.class || type == Character.class) {
            return Optional.of(new Scalar(
                    "one char", true, text -> text.length() == 1 ? Optional.of(text.charAt(0)) : Optional.empty()));
        }
        if (type.isEnum()) {
            return Optional.of(ofEnum(type));
        }
        return ScalarText.of(type).map(scalar -> new Scalar(scalar.expected(), false, scalar::parse));
    }

    private static Scalar ofEnum(Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants())
                .forEach(constant -> constants.put(((Enum<?>) constant).name(), constant));
        return new Scalar("one of " + constants.keySet(), false, text -> Optional.ofNullable(constants.get(text)));
    }

    Object read(String field, String text) throws BadValue {
        Optional<Object> value = parser.apply(blanksCount ? text : text.strip());
        if (value.isEmpty()) {
            throw new BadValue(field, text, BadValue.quote(text) + " is not " + expected);
        }
        return value.get();
    }
}
