package dev.tidemark.flink.semantics;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One statement about the semantics.
 *
 * @param number by which timelines and tests name it
 */
record Law(int number, String section, String text) {
    /** Every statement, in order. */
    static List<Law> all() throws IOException {
        List<Law> laws = new ArrayList<>();
        String section = "";
        for (String line : lines("statements.txt")) {
            if (line.startsWith("# ")) {
                section = line.substring(2);
            } else {
                int bar = line.indexOf(" | ");
                laws.add(new Law(Integer.parseInt(line.substring(0, bar)), section, line.substring(bar + 3)));
            }
        }
        return laws;
    }

    /** Lines of number and reason: why statements are not shown yet, or why Flink is not asked. */
    static TreeMap<Integer, String> reasons(String file) throws IOException {
        TreeMap<Integer, String> reasons = new TreeMap<>();
        for (String line : lines(file)) {
            int bar = line.indexOf(" | ");
            reasons.put(Integer.parseInt(line.substring(0, bar)), line.substring(bar + 3));
        }
        return reasons;
    }

    static List<String> lines(String file) throws IOException {
        return read(file).lines().filter(line -> !line.isBlank()).toList();
    }

    /** A text of the pages. */
    static String read(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Law.class.getResourceAsStream("/semantics/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
