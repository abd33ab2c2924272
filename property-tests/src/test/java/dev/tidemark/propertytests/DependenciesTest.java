package dev.tidemark.propertytests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.tidemark.propertytests", importOptions = ImportOption.DoNotIncludeTests.class)
class DependenciesTest {
    @ArchTest
    static final ArchRule property_tests_know_engine_time_travel_and_jqwik_alone = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.tidemark.propertytests..",
                    "dev.tidemark.engine..",
                    "dev.tidemark.timetravel..",
                    "net.jqwik.api..",
                    "org.opentest4j..",
                    "org.jspecify..",
                    "java..");

    @ArchTest
    static final ArchRule only_the_bench_touches_what_runs = noClasses()
            .that()
            .resideOutsideOfPackage("dev.tidemark.propertytests.run..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.tidemark.engine.runtime..");

    @ArchTest
    static final ArchRule packages_form_no_circle =
            slices().matching("dev.tidemark.propertytests.(*)..").should().beFreeOfCycles();
}
