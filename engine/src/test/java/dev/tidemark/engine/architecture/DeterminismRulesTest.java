package dev.tidemark.engine.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.BaseStream;

/** The law forbids whatever gives another answer in another JVM or at another time. */
@AnalyzeClasses(packages = "dev.tidemark.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class DeterminismRulesTest {
    /** Classes whose hash maps are only looked up in, never iterated where it can be seen; each says why. */
    private static final Map<String, String> LOOKED_UP_ONLY = Map.of(
            "operator.ScopedState", "handles by name, kind and type",
            "state.codec.CodecPlan", "codecs by type, and a check for names used twice",
            "state.codec.EnumCodec", "constants by name",
            "state.codec.FunctionTypes", "type variables by themselves",
            "state.codec.LambdaSignature", "type variables by themselves",
            "state.codec.SealedCodec", "variants by class",
            "state.codec.Types", "type variables by themselves");

    @ArchTest
    static final ArchRule nothing_reads_the_wall_clock = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule nothing_is_random_but_by_counter = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(System.class, "identityHashCode", Object.class);

    /** RocksDB has threads of its own, and a folder of its files is removed when the process ends, by another. */
    @ArchTest
    static final ArchRule there_is_one_thread = noClasses()
            .that()
            .resideOutsideOfPackage("dev.tidemark.engine.state.rocksdb")
            .should()
            .callConstructorWhere(
                    describe("it makes a thread", call -> call.getTargetOwner().isAssignableTo(Thread.class)))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Executor.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Executors.class)
            .orShould()
            .callMethod(Collection.class, "parallelStream")
            .orShould()
            .callMethod(BaseStream.class, "parallel");

    @ArchTest
    static final ArchRule hash_order_is_seen_nowhere = noClasses()
            .that(describe("iterate hash maps", type -> !LOOKED_UP_ONLY.containsKey(name(type))))
            .should()
            .callConstructorWhere(describe(
                    "it makes a hash map or set",
                    call -> call.getTargetOwner().isEquivalentTo(HashMap.class)
                            || call.getTargetOwner().isEquivalentTo(HashSet.class)));

    @ArchTest
    static final ArchRule no_static_can_change =
            fields().that().areStatic().should().beFinal();

    private static String name(JavaClass type) {
        String full = type.getName();
        int inner = full.indexOf('$');
        return (inner < 0 ? full : full.substring(0, inner)).replace("dev.tidemark.engine.", "");
    }
}
