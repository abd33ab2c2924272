package dev.tidemark.engine.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The direction of dependencies: design, sections 2 and 3. */
@AnalyzeClasses(packages = "dev.tidemark", importOptions = ImportOption.DoNotIncludeTests.class)
class DependenciesTest {
    private static final String ENGINE = "dev.tidemark.engine";

    @ArchTest
    static final ArchRule the_engine_stands_on_the_jdk_alone = classes()
            .that()
            .resideOutsideOfPackages(ENGINE + ".connect.files", ENGINE + ".state.rocksdb")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ENGINE + "..", "java..", "org.jspecify..", "org.slf4j..");

    @ArchTest
    static final ArchRule libraries_that_read_files_stay_in_their_package = classes()
            .that()
            .resideInAPackage(ENGINE + ".connect.files")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ENGINE + "..", "java..", "org.jspecify..", "de.siegmar.fastcsv..", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule rocksdb_stays_in_its_package = classes()
            .that()
            .resideInAPackage(ENGINE + ".state.rocksdb")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ENGINE + ".state",
                    ENGINE + ".state.codec",
                    ENGINE + ".state.rocksdb",
                    "java..",
                    "org.jspecify..",
                    "org.rocksdb..");

    @ArchTest
    static final ArchRule elements_depend_on_nothing_else_of_ours = only("element");

    @ArchTest
    static final ArchRule codecs_depend_on_nothing_else_of_ours = only("state.codec");

    @ArchTest
    static final ArchRule time = only("time", "element", "state.codec");

    @ArchTest
    static final ArchRule faults = only("fault", "time", "state.codec");

    /** State and functions name each other: a state reduces with a function, a function is given its state. */
    @ArchTest
    static final ArchRule state_and_functions = only("state", "function", "state.codec");

    @ArchTest
    static final ArchRule functions = only("function", "state", "state.codec");

    @ArchTest
    static final ArchRule checked = only("state.checked", "state", "state.codec");

    @ArchTest
    static final ArchRule heap = only("state.heap", "state", "state.codec");

    /** A window's assigner names its default trigger, and a trigger the window that it is asked about. */
    @ArchTest
    static final ArchRule triggers = only("trigger", "window", "function", "state", "time");

    @ArchTest
    static final ArchRule evictors = only("evictor", "window", "function", "state.codec", "time", "element");

    @ArchTest
    static final ArchRule windows = only(
            "window", "trigger", "evictor", "operator", "function", "state", "state.codec", "time", "element", "view");

    @ArchTest
    static final ArchRule operators = only("operator", "window", "function", "state", "state.codec", "time", "element");

    @ArchTest
    static final ArchRule calls_to_the_outside =
            only("async", "operator", "function", "state.codec", "time", "element", "view");

    @ArchTest
    static final ArchRule joins = only(
            "join", "window", "evictor", "trigger", "operator", "function", "state", "state.codec", "time", "element");

    @ArchTest
    static final ArchRule patterns = only("cep", "operator", "function", "state", "state.codec", "time", "element");

    @ArchTest
    static final ArchRule topologies =
            only("topology", "operator", "sink", "function", "state.codec", "time", "element");

    @ArchTest
    static final ArchRule sinks = only("sink", "state.codec");

    @ArchTest
    static final ArchRule checkpoints = only("checkpoint", "checkpoint.untyped", "time", "state", "state.codec");

    @ArchTest
    static final ArchRule values_without_classes = only("checkpoint.untyped", "state.codec");

    @ArchTest
    static final ArchRule stored_checkpoints = only("checkpoint.store", "checkpoint", "state.codec", "time");

    @ArchTest
    static final ArchRule commands = only("command", "checkpoint", "element");

    @ArchTest
    static final ArchRule transcripts = only("transcript", "window", "time", "element", "state.codec");

    @ArchTest
    static final ArchRule views = only("view", "window", "time", "element");

    @ArchTest
    static final ArchRule files = only("connect.files", "state.codec", "transcript");

    @ArchTest
    static final ArchRule files_of_results =
            only("connect.partfiles", "connect.files", "sink", "state.codec", "transcript");

    @ArchTest
    static final ArchRule tables_of_results = only("connect.jdbc", "sink", "state.codec");

    @ArchTest
    static final ArchRule the_runtime_is_the_front_doors_own = noClasses()
            .that()
            .resideOutsideOfPackages(ENGINE, ENGINE + ".runtime")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ENGINE + ".runtime");

    /** Classes of a package use no other packages of ours than these, and the JDK and the libraries as they may. */
    private static ArchRule only(String concept, String... others) {
        String[] allowed = new String[others.length + 1];
        allowed[0] = ENGINE + "." + concept;
        for (int i = 0; i < others.length; i++) {
            allowed[i + 1] = ENGINE + "." + others[i];
        }
        return noClasses()
                .that()
                .resideInAPackage(ENGINE + "." + concept)
                .should()
                .dependOnClassesThat(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                                "dev.tidemark..")
                        .and(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages(allowed)));
    }
}
