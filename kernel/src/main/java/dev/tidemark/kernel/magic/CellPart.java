package dev.tidemark.kernel.magic;

import dev.tidemark.kernel.spi.MagicCall;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of Java, or one use of a magic.
 *
 * @param java Java code whose lines stand at the same line numbers as in the cell, or empty for a magic
 * @param magic the use of a magic, or null for Java
 * @param wholeCell whether the magic is a cell magic
 * @param line the line on which this part begins, from 1
 */
public record CellPart(String java, @Nullable MagicCall magic, boolean wholeCell, int line) {
    private static final Pattern CELL_MAGIC = Pattern.compile("(?s)\\A\\s*%%([A-Za-z]\\w*)([^\\n]*)\\n?(.*)\\z");
    private static final Pattern LINE_MAGIC = Pattern.compile("^\\s*%([A-Za-z]\\w*)(?:\\s+(.*))?$");

    /**
     * Cuts a cell into its parts.
     *
     * @param code the cell's text
     * @return the parts in order; one Java part if the cell uses no magic
     */
    public static List<CellPart> of(String code) {
        Matcher whole = CELL_MAGIC.matcher(code);
        if (whole.matches()) {
            MagicCall call = new MagicCall(whole.group(1), whole.group(2).strip(), whole.group(3));
            return List.of(new CellPart("", call, true, 1));
        }
        List<CellPart> parts = new ArrayList<>();
        String[] lines = code.split("\n", -1);
        int from = 0;
        boolean textBlock = false;
        for (int i = 0; i < lines.length; i++) {
            Matcher one = LINE_MAGIC.matcher(lines[i].stripTrailing());
            if (!textBlock && one.matches()) {
                addJava(parts, lines, from, i);
                String rest = one.group(2) == null ? "" : one.group(2).strip();
                parts.add(new CellPart("", new MagicCall(one.group(1), rest, ""), false, i + 1));
                from = i + 1;
            }
            textBlock ^= (lines[i].split("\"\"\"", -1).length - 1) % 2 == 1;
        }
        addJava(parts, lines, from, lines.length);
        return parts;
    }

    private static void addJava(List<CellPart> parts, String[] lines, int from, int to) {
        String code = String.join("\n", List.of(lines).subList(from, to));
        if (!code.isBlank()) {
            parts.add(new CellPart("\n".repeat(from) + code, null, false, from + 1));
        }
    }
}
