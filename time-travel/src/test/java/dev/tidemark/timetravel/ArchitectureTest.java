package dev.tidemark.timetravel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Random;

@AnalyzeClasses(packages = "dev.tidemark.timetravel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ENGINE = "dev.tidemark.engine";

    @ArchTest
    static final ArchRule only_the_open_packages_of_the_engine_are_used = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "dev.tidemark.timetravel",
                    ENGINE,
                    ENGINE + ".checkpoint",
                    ENGINE + ".command",
                    ENGINE + ".element",
                    ENGINE + ".function",
                    ENGINE + ".time",
                    ENGINE + ".topology",
                    ENGINE + ".transcript",
                    ENGINE + ".view",
                    ENGINE + ".window");

    @ArchTest
    static final ArchRule no_wall_clock = noClasses()
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule no_threads = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.concurrent..");

    @ArchTest
    static final ArchRule no_random = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule no_hash_order =
            noClasses().should().callConstructor(HashMap.class).orShould().callConstructor(HashSet.class);
}
