package dev.tidemark.kernel.shell;

import dev.tidemark.kernel.spi.Completion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that a cell declares above the cursor, which the compiler does not know before the cell is evaluated. */
final class CellNames {
    private static final Pattern DECLARED = Pattern.compile("(?:[\\w>\\]]\\s+)([\\p{L}_$][\\w$]*)\\s*(?=[=;:({<])");
    private static final Pattern TYPED = Pattern.compile("(?<![\\w$.])([\\p{L}_$][\\w$]*)$");
    private static final Set<String> NOT_NAMES =
            Set.of("if", "for", "while", "switch", "catch", "try", "return", "new");

    private CellNames() {}

    static List<Completion> at(String code, int cursor) {
        Matcher typed = TYPED.matcher(code.substring(0, cursor));
        if (!typed.find()) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        Matcher declared = DECLARED.matcher(code.substring(0, typed.start()));
        while (declared.find()) {
            String name = declared.group(1);
            if (name.startsWith(typed.group(1)) && !NOT_NAMES.contains(name)) {
                names.add(name);
            }
        }
        return names.stream()
                .map(name -> new Completion(name, typed.start(), "name"))
                .toList();
    }
}
