package dev.tidemark.notebooks.tidy;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules of the house. A pattern that would find itself is written in two halves. */
final class Rules {

    static final int LONGEST_FILE = 400;

    private Rules() {}

    static List<Rule> ofTheHouse() {
        return Stream.of(sizes(), words(), tests(), law(), notebooks())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Rule> sizes() {
        return List.of(
                new Rule("a file is one noun, and at most " + LONGEST_FILE + " lines", Rules::tooLong),
                new Rule("a method fits on a screen", new LongMethods()));
    }

    private static List<Rule> words() {
        return List.of(
                Rule.against(
                        "work is finished or is an issue",
                        file -> true,
                        "\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b",
                        "finish it, or open an issue and delete the note"),
                Rule.against(
                        "nothing depends on the machine on which it was written",
                        file -> true,
                        "(?<![\\w.:/-])/(root|ho" + "me|work|Users)/\\w+",
                        "take the path from the project's root, from the environment or from a temporary folder"),
                Rule.against(
                        "lock files name no registry",
                        file -> file.path().endsWith("package-lock.json"),
                        "\"resol" + "ved\"",
                        "write the lock file with npm install --package-lock-only --omit-lockfile-registry-resolved"),
                new Rule("a type is named for what it is", Rules::mechanism),
                Rule.againstCode(
                        "nothing catches and swallows",
                        SourceFile::isJava,
                        "catch \\([^)]*\\) \\{\\s*\\}|\\.printStackTrace\\(\\)",
                        "let it go up, or turn it into an error that says what to do"));
    }

    private static List<Rule> tests() {
        Predicate<SourceFile> tests = file -> file.isJava() && file.isTest();
        return List.of(
                Rule.againstCode(
                        "no test sleeps",
                        tests,
                        "Thread\\.sleep\\(|TimeUnit\\.\\w+\\.sleep\\(",
                        "wait for the event itself, or move a simulated clock"),
                Rule.againstCode(
                        "every test runs",
                        tests,
                        "@Disabled|@Ignore\\b",
                        "mend the test or delete it, and say in the changelog what is no longer promised"),
                Rule.againstCode(
                        "outputs are compared in order",
                        tests,
                        "containsExactlyInAnyOrder",
                        "state the order (total, per key, multiset) with the assertion made for it"));
    }

    private static List<Rule> law() {
        return List.of(
                Rule.againstCode(
                        "the engine asks only its simulated clock for the time",
                        Rules::isEngine,
                        "System\\.(currentTimeMillis|nanoTime)\\(|(Instant|LocalDateTime|ZonedDateTime|LocalDate)\\.now\\(",
                        "ask SimulatedClock, or take an injected counter"),
                Rule.againstCode(
                        "the engine's randomness is counter-based",
                        Rules::isEngine,
                        "Math\\.random\\(|new Random\\(|ThreadLocalRandom|UUID\\.randomUUID",
                        "derive it from (seed, operator, subtask, n)"));
    }

    private static List<Rule> notebooks() {
        Predicate<SourceFile> notebook = file -> file.path().endsWith(".ipynb");
        return List.of(
                Rule.against(
                        "no notebook keeps an error",
                        notebook,
                        "\"output_type\":\\s*\"error\"",
                        "mend the cell and run the notebook again: ./tidemark run FILE.ipynb"),
                new Rule(
                        "every notebook opens with the kernel of the project",
                        file -> notebook.test(file)
                                        && file.lines().stream().noneMatch(l -> l.contains("\"name\": \"tidemark\""))
                                ? Stream.of(file.finding(1, "no kernel 'tidemark' in metadata.kernelspec", "add it"))
                                : Stream.empty()));
    }

    private static boolean isEngine(SourceFile file) {
        return file.path().matches("(engine|time-travel)/src/main/.*\\.java");
    }

    private static Stream<Finding> tooLong(SourceFile file) {
        int length = file.lines().size();
        return file.isCode() && length > LONGEST_FILE
                ? Stream.of(file.finding(length, length + " lines", "split it by its nouns"))
                : Stream.empty();
    }

    private static Stream<Finding> mechanism(SourceFile file) {
        return file.isJava() && file.typeName().matches(".*(Impl|Utils?|Helpers?|Manager|[a-z]Base|^Base.*)$")
                ? Stream.of(file.finding(1, "the name " + file.typeName(), "name it for the one thing that it is"))
                : Stream.empty();
    }
}
