package dev.tidemark.notebooks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The modules' one direction, over all of them together. */
@AnalyzeClasses(packages = "dev.tidemark", importOptions = DoNotIncludeTests.class)
class ModulesTest {
    @ArchTest
    static final ArchRule modules_depend_in_one_direction = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.tidemark..")
            .layer("engine")
            .definedBy("dev.tidemark.engine..")
            .layer("time-travel")
            .definedBy("dev.tidemark.timetravel..")
            .layer("visualizers")
            .definedBy("dev.tidemark.visualizers..")
            .layer("property-tests")
            .definedBy("dev.tidemark.propertytests..")
            .layer("kernel")
            .definedBy("dev.tidemark.kernel..")
            .layer("notebooks")
            .definedBy("dev.tidemark.notebooks..")
            .whereLayer("notebooks")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("kernel")
            .mayOnlyBeAccessedByLayers("notebooks")
            .whereLayer("property-tests")
            .mayOnlyBeAccessedByLayers("notebooks")
            .whereLayer("visualizers")
            .mayOnlyBeAccessedByLayers("notebooks")
            .whereLayer("time-travel")
            .mayOnlyBeAccessedByLayers("visualizers", "property-tests", "notebooks")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("time-travel", "visualizers", "property-tests", "notebooks");

    @ArchTest
    static final ArchRule the_protocol_library_stays_in_the_kernels_protocol = noClasses()
            .that(resideInAPackage("dev.tidemark..")
                    .and(resideInAPackage("dev.tidemark.kernel.protocol..").negate()))
            .and(resideInAPackage("dev.tidemark.kernel.shaded..").negate())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.zeromq..", "org.dflib..", "zmq..");

    @ArchTest
    static final ArchRule jshell_stays_in_the_kernels_shell = noClasses()
            .that(resideInAPackage("dev.tidemark.kernel.shell..").negate())
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.jshell..");

    @ArchTest
    static final ArchRule only_the_visualizers_draw_with_polyglot = noClasses()
            .that(resideInAPackage("dev.tidemark.visualizers.render..").negate())
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.graalvm..");
}
