package dev.tidemark.kernel.javadoc;

import java.util.ArrayList;
import java.util.List;

/**
 * Which declaration a line such as {@code int Math.max(int a, int b)} speaks of.
 *
 * @param owner the type that declares it as it is written, such as {@code Math} or {@code java.util.Map.Entry}; for a type the
 *     type itself, for a declaration of the notebook empty
 * @param name the method's or field's name, the constructor's type, or empty for a type
 * @param call whether it is a method or a constructor
 * @param parameters the simple, erased names of the parameter types
 */
public record Signature(String owner, String name, boolean call, List<String> parameters) {
    /**
     * Keeps the parameters in a list of its own.
     *
     * @param owner the declaring type
     * @param name the member's name
     * @param call whether it is a method or a constructor
     * @param parameters the parameter types
     */
    public Signature {
        parameters = List.copyOf(parameters);
    }

    /**
     * Reads what JShell's documentation says first.
     *
     * @param line a signature with or without parameter names
     * @return what it speaks of
     */
    public static Signature of(String line) {
        String erased = erased(line);
        int open = erased.indexOf('(');
        if (open < 0) {
            return ofTypeOrField(erased);
        }
        String head = lastWord(erased.substring(0, open));
        int dot = head.lastIndexOf('.');
        int close = Math.max(open + 1, erased.indexOf(')', open));
        List<String> parameters = typesOf(erased.substring(open + 1, close));
        return dot < 0
                ? new Signature("", head, true, parameters)
                : new Signature(head.substring(0, dot), head.substring(dot + 1), true, parameters);
    }

    /** {@code java.util.List}, or {@code String.CASE_INSENSITIVE_ORDER:java.util.Comparator}. */
    private static Signature ofTypeOrField(String erased) {
        int colon = erased.indexOf(':');
        int dot = colon < 0 ? -1 : erased.lastIndexOf('.', colon);
        return dot < 0
                ? new Signature(
                        colon < 0 ? erased.strip() : "", colon < 0 ? "" : erased.substring(0, colon), false, List.of())
                : new Signature(erased.substring(0, dot), erased.substring(dot + 1, colon), false, List.of());
    }

    /**
     * The types in a parameter list.
     *
     * @param list types, with or without names
     * @return their simple, erased names
     */
    public static List<String> typesOf(String list) {
        List<String> types = new ArrayList<>();
        for (String parameter : erased(list).split(",", -1)) {
            if (!parameter.isBlank()) {
                types.add(simple(parameter));
            }
        }
        return types;
    }

    /** {@code Type[]} for {@code final java.lang.reflect.Type[] types}. */
    static String simple(String parameter) {
        String plain = erased(parameter)
                .replaceAll("@\\w+(\\.\\w+)*\\s*", "")
                .replaceAll("\\bfinal\\s+", "")
                .replaceAll("\\s*(\\[\\]|\\.\\.\\.)", "$1")
                .strip();
        int blank = plain.indexOf(' ');
        String type = (blank < 0 ? plain : plain.substring(0, blank)).replace("...", "[]");
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** The line without what stands in angle brackets. */
    private static String erased(String line) {
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            depth += c == '<' ? 1 : 0;
            if (depth == 0) {
                kept.append(c);
            }
            depth -= c == '>' && depth > 0 ? 1 : 0;
        }
        return kept.toString();
    }

    private static String lastWord(String text) {
        String stripped = text.strip();
        return stripped.substring(stripped.lastIndexOf(' ') + 1);
    }
}
