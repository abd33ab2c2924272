package dev.tidemark.engine.transcript;

import dev.tidemark.engine.time.Times;
import dev.tidemark.engine.transcript.TranscriptLine.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads transcripts. */
final class TranscriptParser {
    private static final String FORMS = "a line is 'TIME source <- VALUE @ TIME', 'TIME source <- watermark TIME', "
            + "'TIME source <- idle', 'TIME source <- end', 'TIME sink -> VALUE @ TIME', "
            + "'TIME operator late VALUE @ TIME', 'TIME clock jumps' or 'day 2018-01-01'";

    private long day;

    private TranscriptParser() {}

    static Transcript parse(String text) {
        TranscriptParser parser = new TranscriptParser();
        List<TranscriptLine> lines = new ArrayList<>();
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    parser.line(line, lines);
                } catch (IllegalArgumentException e) {
                    throw new TranscriptException(number, line, String.valueOf(e.getMessage()));
                }
            }
        }
        return new Transcript(lines);
    }

    private void line(String line, List<TranscriptLine> lines) {
        if (line.startsWith("day ")) {
            day = Times.parse(line.substring(4).strip() + "T00:00:00Z");
            return;
        }
        int space = line.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException(FORMS);
        }
        long clock = Times.parse(line.substring(0, space), day);
        lines.add(body(clock, line.substring(space).strip()));
    }

    private TranscriptLine body(long clock, String body) {
        if (body.equals("clock jumps")) {
            return new TranscriptLine(clock, "clock", Kind.JUMP, "", Long.MIN_VALUE);
        }
        int in = body.indexOf(" <- ");
        int out = body.indexOf(" -> ");
        int late = body.indexOf(" late ");
        int first = firstOf(in, out, late);
        if (first < 0) {
            throw new IllegalArgumentException(FORMS);
        }
        String subject = body.substring(0, first).strip();
        if (first == in) {
            return input(clock, subject, body.substring(in + 4).strip());
        }
        boolean output = first == out;
        return valued(
                clock,
                subject,
                output ? Kind.OUTPUT : Kind.LATE,
                body.substring(first + (output ? 4 : 6)).strip());
    }

    private static int firstOf(int... positions) {
        int first = -1;
        for (int each : positions) {
            if (each >= 0 && (first < 0 || each < first)) {
                first = each;
            }
        }
        return first;
    }

    private TranscriptLine input(long clock, String source, String rest) {
        if (rest.equals("idle")) {
            return new TranscriptLine(clock, source, Kind.IDLE, "", Long.MIN_VALUE);
        }
        if (rest.equals("end")) {
            return new TranscriptLine(clock, source, Kind.END, "", Long.MIN_VALUE);
        }
        if (rest.startsWith("watermark ")) {
            return new TranscriptLine(
                    clock,
                    source,
                    Kind.WATERMARK,
                    "",
                    Times.parse(rest.substring(10).strip(), day));
        }
        return valued(clock, source, Kind.EVENT, rest);
    }

    private TranscriptLine valued(long clock, String subject, Kind kind, String rest) {
        int at = rest.lastIndexOf(" @ ");
        if (at < 0) {
            return new TranscriptLine(clock, subject, kind, rest, Long.MIN_VALUE);
        }
        return new TranscriptLine(
                clock,
                subject,
                kind,
                rest.substring(0, at).strip(),
                Times.parse(rest.substring(at + 3).strip(), day));
    }
}
