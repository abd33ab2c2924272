package dev.tidemark.kernel.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import org.jspecify.annotations.Nullable;

/** Knows from which line of which cell the code of a snippet's class came. */
final class Placements {
    static final String PREFIX = "REPL.$JShell$";
    private static final Pattern SPACE_AND_COMMENTS = Pattern.compile("(?:\\s|//[^\\n]*|/\\*(?s:.*?)\\*/)*+");

    /** A statement's place: its cell, and where the statement begins in it. */
    private record Origin(CellText cell, int offset) {}

    private record Placed(SnippetWrapper wrapper, Origin origin) {}

    private final Map<String, Origin> originOfSnippet = new HashMap<>();
    private final Map<String, Placed> placedClass = new HashMap<>();

    /** A line of a cell. */
    record Place(CellText cell, int line) {
        @Override
        public String toString() {
            return cell.place(line);
        }
    }

    /** Remembers that a statement became a snippet. */
    synchronized void remember(Snippet snippet, CellText cell, int offset) {
        originOfSnippet.put(snippet.id(), new Origin(cell, offset));
    }

    /** Remembers the class that a snippet has now; a redefinition gives it a new one. */
    synchronized void rememberClass(Snippet snippet, SourceCodeAnalysis analysis) {
        Origin origin = originOfSnippet.get(snippet.id());
        SnippetWrapper wrapper = origin == null ? null : analysis.wrapper(snippet);
        if (origin != null && wrapper != null) {
            placedClass.put(wrapper.fullClassName(), new Placed(wrapper, origin));
        }
    }

    /** The place of a stack frame; null if the frame is not a cell's. */
    synchronized @Nullable Place of(StackTraceElement frame) {
        if (!frame.getClassName().startsWith(PREFIX)) {
            return null;
        }
        Placed placed = placedClass.get(outerClass(frame.getClassName()));
        if (placed == null) {
            return null;
        }
        int inSnippet = offsetInSnippet(placed.wrapper(), frame.getLineNumber());
        // counted in the snippet's text, which may have a permits clause more than the cell's
        String before = placed.wrapper().source().substring(0, inSnippet);
        int linesBefore = (int) before.chars().filter(c -> c == '\n').count();
        Origin origin = placed.origin();
        return new Place(origin.cell(), origin.cell().line(origin.offset()) + linesBefore);
    }

    /** {@code REPL.$JShell$12B} for {@code REPL.$JShell$12B$Inner$1}. */
    static String outerClass(String className) {
        int nested = className.indexOf('$', PREFIX.length());
        return nested < 0 ? className : className.substring(0, nested);
    }

    /** The first position at or after another that is neither white space nor in a comment. */
    static int firstCode(String source, int from) {
        Matcher space = SPACE_AND_COMMENTS.matcher(source).region(from, source.length());
        return space.lookingAt() && space.end() < source.length() ? space.end() : from;
    }

    /** The first position of a wrapped line that really comes from the snippet's own text. */
    private static int offsetInSnippet(SnippetWrapper wrapper, int wrappedLine) {
        String wrapped = wrapper.wrapped();
        int start = 0;
        for (int line = 1; line < wrappedLine && start >= 0; line++) {
            start = wrapped.indexOf('\n', start) + 1;
        }
        int end = wrapped.indexOf('\n', start);
        int last = end < 0 ? wrapped.length() : end;
        for (int at = start; at < last; at++) {
            int source = wrapper.wrappedToSourcePosition(at);
            boolean real =
                    source >= 0 && source < wrapper.source().length() && wrapper.sourceToWrappedPosition(source) == at;
            if (real && !Character.isWhitespace(wrapped.charAt(at))) {
                return source;
            }
        }
        int nearest = wrapper.wrappedToSourcePosition(start);
        return firstCode(wrapper.source(), Math.max(0, Math.min(wrapper.source().length(), nearest)));
    }
}
