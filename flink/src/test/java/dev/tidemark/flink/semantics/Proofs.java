package dev.tidemark.flink.semantics;

import dev.tidemark.engine.timeline.Statement;
import dev.tidemark.engine.timeline.Timeline;
import dev.tidemark.engine.timeline.TimelineFiles;
import dev.tidemark.flink.referee.Verdict;
import dev.tidemark.flink.referee.Verdict.Says;
import dev.tidemark.flink.referee.WrittenVerdicts;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.ReflectionSupport;

/** What shows statements: the timelines by their headers, the tests by {@link Statement}. */
final class Proofs {
    private static final String ENGINE = "../engine/src/test/";
    private static final String FLINK = "../flink/src/test/";
    /** Tests in here ask Flink itself, so that what they say holds there when they pass. */
    private static final String ASKING = "dev.tidemark.flink.conformance";

    /** Those of them that run the engine beside it. */
    private static final Set<String> ON_BOTH = Set.of("ValveOnFlinkTest", "KeysOnFlinkTest");

    private final List<Proof> all = new ArrayList<>();

    private Proofs() {}

    /** Everything that is on the class path, timelines first. */
    static Proofs find() throws IOException {
        Proofs proofs = new Proofs();
        List<Map<String, Verdict>> verdicts = List.of(
                WrittenVerdicts.of("TimelineConformanceTest"),
                WrittenVerdicts.of("TimelineBatchTest"),
                WrittenVerdicts.of("TimelineClusterTest"));
        for (Timeline timeline : TimelineFiles.all()) {
            proofs.all.add(proof(timeline, verdicts));
        }
        ReflectionSupport.findAllClassesInPackage("dev.tidemark", any -> true, name -> name.endsWith("Test")).stream()
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Statement.class))
                .sorted(Comparator.comparing(
                                (Method method) -> method.getDeclaringClass().getName())
                        .thenComparing(Method::getName))
                .forEach(method -> proofs.all.add(proof(method)));
        return proofs;
    }

    List<Proof> all() {
        return List.copyOf(all);
    }

    List<Proof> of(int statement) {
        return all.stream()
                .filter(each -> each.statements().contains(statement))
                .toList();
    }

    /** Where the links of a page lead. */
    String goals(String page) {
        return all.stream()
                .filter(each -> page.contains(each.asLink()))
                .map(Proof::goal)
                .distinct()
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    /** Whether it shows something of the engine: a test that asks Flink alone does not. */
    static boolean onEngine(Proof proof) {
        String test = proof.name().substring(0, Math.max(0, proof.name().indexOf('.')));
        return proof.isTimeline() || !proof.asked() || ON_BOTH.contains(test);
    }

    private static Proof proof(Timeline timeline, List<Map<String, Verdict>> verdicts) {
        Verdict verdict = new Verdict(timeline.name(), "", Says.NOT_ASKED, "it has not been translated yet");
        for (Map<String, Verdict> each : verdicts) {
            Verdict other = each.getOrDefault(timeline.name(), verdict);
            verdict = said(other) > said(verdict) || verdict.detail().equals("it is a batch") ? other : verdict;
        }
        return new Proof(
                timeline.name(),
                ENGINE + "resources/timelines/" + timeline.name() + ".txt",
                new TreeSet<>(timeline.statements()),
                verdict.says(),
                verdict.detail());
    }

    /** How much a verdict says: that something differs more than that it agrees in order, that more than without. */
    private static int said(Verdict verdict) {
        return switch (verdict.says()) {
            case NOT_ASKED -> 0;
            case AGREES_BUT_FOR_ORDER -> 1;
            case AGREES -> 2;
            case DIFFERS -> 3;
        };
    }

    private static Proof proof(Method method) {
        Class<?> owner = method.getDeclaringClass();
        boolean asks = owner.getPackageName().equals(ASKING);
        String root = owner.getPackageName().startsWith("dev.tidemark.flink") ? FLINK : ENGINE;
        return new Proof(
                owner.getSimpleName() + "." + method.getName(),
                root + "java/" + owner.getName().replace('.', '/') + ".java",
                Arrays.stream(Objects.requireNonNull(method.getAnnotation(Statement.class))
                                .value())
                        .boxed()
                        .collect(Collectors.toCollection(TreeSet::new)),
                asks ? Says.AGREES : Says.NOT_ASKED,
                "");
    }
}
