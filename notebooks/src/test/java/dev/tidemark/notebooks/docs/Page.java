package dev.tidemark.notebooks.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown page, read for its fenced blocks. */
record Page(String name, List<Block> blocks) {

    private static final Pattern DIRECTIVE = Pattern.compile("\\s*<!--\\s*run:\\s*(.*?)\\s*-->\\s*");
    private static final Pattern FENCE = Pattern.compile("(\\s*)(`{3,})(\\w*).*");

    Page {
        blocks = List.copyOf(blocks);
    }

    /** One session of the evaluator: a Java block, and the text that it must show, or "" where nothing is promised. */
    record Step(Block code, String shown) {}

    static Page parse(String name, List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        String directive = "";
        for (int i = 0; i < lines.size(); i++) {
            Matcher comment = DIRECTIVE.matcher(lines.get(i));
            Matcher fence = FENCE.matcher(lines.get(i));
            if (comment.matches()) {
                directive = Objects.requireNonNull(comment.group(1));
            } else if (fence.matches()) {
                int end = closing(name, lines, i, fence.group(1) + fence.group(2));
                String text = String.join("\n", lines.subList(i + 1, end)).stripIndent();
                blocks.add(new Block(name, i + 1, Objects.requireNonNull(fence.group(3)), text, directive));
                directive = "";
                i = end;
            } else if (!lines.get(i).isBlank()) {
                directive = "";
            }
        }
        return new Page(name, blocks);
    }

    private static int closing(String name, List<String> lines, int open, String fence) {
        for (int i = open + 1; i < lines.size(); i++) {
            if (lines.get(i).stripTrailing().equals(fence)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + ":" + (open + 1) + ": this block is never closed");
    }

    /** The Java blocks that are run, in the sessions that {@code run: new} begins. */
    List<List<Step>> sessions() {
        List<List<Step>> sessions = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (!block.isJava() || block.skipped().isPresent()) {
                continue;
            }
            if (sessions.isEmpty() || block.startsASession()) {
                sessions.add(new ArrayList<>());
            }
            boolean promised = i + 1 < blocks.size() && blocks.get(i + 1).isOutput();
            sessions.get(sessions.size() - 1)
                    .add(new Step(block, promised ? blocks.get(i + 1).text() : ""));
        }
        return sessions;
    }
}
