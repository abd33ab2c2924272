package dev.tidemark.kernel.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * One use of a magic, as the user wrote it.
 *
 * @param name the magic's name, without percent signs
 * @param line the rest of the line, trimmed
 * @param body the rest of the cell for a cell magic, empty for a line magic
 */
public record MagicCall(String name, String line, String body) {
    /**
     * The line cut at white space; double quotes keep words together and are removed.
     *
     * @return the words, in order
     */
    public List<String> arguments() {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean started = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                started = true;
            } else if (Character.isWhitespace(c) && !quoted) {
                if (started) {
                    words.add(word.toString());
                    word.setLength(0);
                    started = false;
                }
            } else {
                word.append(c);
                started = true;
            }
        }
        if (started) {
            words.add(word.toString());
        }
        return List.copyOf(words);
    }
}
