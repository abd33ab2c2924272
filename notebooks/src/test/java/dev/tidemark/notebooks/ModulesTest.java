package dev.tidemark.notebooks;

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
            .that()
            .resideInAPackage("dev.tidemark..")
            .and()
            .resideOutsideOfPackages("dev.tidemark.kernel.protocol..", "dev.tidemark.kernel.shaded..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.zeromq..",
                    "org.dflib..",
                    "dev.tidemark.kernel.shaded.zeromq..",
                    "dev.tidemark.kernel.shaded.jupyter..");

    @ArchTest
    static final ArchRule jshell_stays_in_the_kernels_shell = noClasses()
            .that()
            .resideOutsideOfPackage("dev.tidemark.kernel.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.jshell..");

    @ArchTest
    static final ArchRule only_the_renderer_draws_with_polyglot = noClasses()
            .that()
            .resideOutsideOfPackage("dev.tidemark.visualizers.render..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.graalvm..");
}
