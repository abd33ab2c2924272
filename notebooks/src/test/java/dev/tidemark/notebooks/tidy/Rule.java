package dev.tidemark.notebooks.tidy;

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
        Pattern banned = Pattern.compile(pattern);
        return new Rule(sentence, file -> {
            if (!about.test(file)) {
                return Stream.empty();
            }
            return IntStream.range(0, file.lines().size()).boxed().flatMap(i -> {
                var found = banned.matcher(file.lines().get(i));
                return found.find()
                        ? Stream.of(file.finding(i + 1, "'" + found.group() + "'", instead))
                        : Stream.empty();
            });
        });
    }

    @Override
    public String toString() {
        return sentence;
    }
}
