package dev.tidemark.notebooks.tidy;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Something that every file of the project keeps; its sentence is the name under which a failure is reported. */
record Rule(String sentence, Check check) {

    /** Looks at one file. */
    @FunctionalInterface
    interface Check {
        Stream<Finding> findings(SourceFile file);
    }

    Stream<Finding> findings(SourceFile file) {
        return check.findings(file);
    }

    /** A rule against each line in which a pattern is found, in the files that it is about. */
    static Rule against(String sentence, Predicate<SourceFile> about, String pattern, String instead) {
        return new Rule(
                sentence,
                file -> about.test(file)
                        ? found(Pattern.compile(pattern), file, file.lines(), instead)
                        : Stream.empty());
    }

    /** The same, against code alone: what stands in strings may say anything. */
    static Rule againstCode(String sentence, Predicate<SourceFile> about, String pattern, String instead) {
        return new Rule(
                sentence,
                file -> about.test(file)
                        ? found(Pattern.compile(pattern), file, file.code(), instead)
                        : Stream.empty());
    }

    private static Stream<Finding> found(Pattern banned, SourceFile file, List<String> lines, String instead) {
        return IntStream.range(0, lines.size()).boxed().flatMap(i -> {
            var match = banned.matcher(lines.get(i));
            return match.find() ? Stream.of(file.finding(i + 1, "'" + match.group() + "'", instead)) : Stream.empty();
        });
    }

    @Override
    public String toString() {
        return sentence;
    }
}
