package dev.tidemark.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.tidemark.kernel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule sockets_and_the_kernel_library_stay_in_protocol = noClasses()
            .that()
            .resideOutsideOfPackage("dev.tidemark.kernel.protocol..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.zeromq..", "zmq..", "org.dflib..");

    @ArchTest
    static final ArchRule the_resolver_of_libraries_stays_in_maven = noClasses()
            .that()
            .resideOutsideOfPackage("dev.tidemark.kernel.maven..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.maven..", "org.eclipse.aether..", "org.codehaus.plexus..", "org.sonatype..");

    @ArchTest
    static final ArchRule jshell_stays_in_shell = noClasses()
            .that()
            .resideOutsideOfPackage("dev.tidemark.kernel.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.jshell..");

    @ArchTest
    static final ArchRule the_kernel_knows_no_streams = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.tidemark.engine..",
                    "dev.tidemark.timetravel..",
                    "dev.tidemark.visualizers..",
                    "dev.tidemark.notebooks..");

    @ArchTest
    static final ArchRule the_spi_knows_only_the_jdk = classes()
            .that()
            .resideInAPackage("dev.tidemark.kernel.spi..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.tidemark.kernel.spi..");

    @ArchTest
    static final ArchRule the_store_of_history_stays_in_history = noClasses()
            .that()
            .resideOutsideOfPackage("dev.tidemark.kernel.history..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.h2..");

    @ArchTest
    static final ArchRule widgets_use_what_any_extension_could = classes()
            .that()
            .resideInAPackage("dev.tidemark.kernel.widgets..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.jspecify..", "dev.tidemark.kernel.spi..", "dev.tidemark.kernel.widgets..");
}
