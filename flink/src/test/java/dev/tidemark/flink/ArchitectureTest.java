package dev.tidemark.flink;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.tidemark.flink", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String FLINK = "dev.tidemark.flink";

    @ArchTest
    static final ArchRule the_module_stands_on_the_engine_and_on_flink = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.jspecify..", "org.apache.flink..", "dev.tidemark.engine..", FLINK + "..");

    /** A topology says what to run; how the engine runs it is its own affair. */
    @ArchTest
    static final ArchRule the_engines_runtime_is_not_asked = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.tidemark.engine.runtime..", "dev.tidemark.engine.state.heap..");

    @ArchTest
    static final ArchRule types_know_nothing_else_of_ours = only("type");

    @ArchTest
    static final ArchRule state = only("state", "type");

    @ArchTest
    static final ArchRule functions = only("function", "state", "type");

    @ArchTest
    static final ArchRule windows = only("window", "function", "state", "type");

    @ArchTest
    static final ArchRule patterns = only("cep", "function");

    @ArchTest
    static final ArchRule calls = only("async", "function");

    @ArchTest
    static final ArchRule broadcasts = only("broadcast", "function", "state", "type");

    @ArchTest
    static final ArchRule sources = only("source", "function", "type");

    @ArchTest
    static final ArchRule sinks = only("sink", "function", "type");

    @ArchTest
    static final ArchRule clusters_know_nothing_of_topologies = only("cluster");

    @ArchTest
    static final ArchRule translation =
            only("translate", "function", "window", "cep", "async", "broadcast", "source", "sink", "state", "type");

    @ArchTest
    static final ArchRule no_static_can_change =
            fields().that().areStatic().should().beFinal();

    /** Classes of a package use no other packages of this module than these. */
    private static ArchRule only(String concept, String... others) {
        String[] allowed = new String[others.length + 2];
        allowed[0] = FLINK + "." + concept;
        allowed[1] = "dev.tidemark.engine..";
        for (int i = 0; i < others.length; i++) {
            allowed[i + 2] = FLINK + "." + others[i];
        }
        return classes()
                .that()
                .resideInAPackage(FLINK + "." + concept)
                .should()
                .onlyDependOnClassesThat(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(allowed)
                                .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage(
                                        "dev.tidemark..")));
    }
}
