package dev.tidemark.visualizers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

@AnalyzeClasses(packages = "dev.tidemark.visualizers", importOptions = ImportOption.DoNotIncludeTests.class)
class DependenciesTest {
    /** What JShell imports by default, and java.lang. */
    private static final List<String> IMPORTED = List.of(
            "java.lang",
            "java.io",
            "java.math",
            "java.net",
            "java.nio.file",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.prefs",
            "java.util.regex",
            "java.util.stream");

    @ArchTest
    static final ArchRule visualizers_know_no_kernel = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.tidemark.kernel..", "dev.tidemark.notebooks..");

    @ArchTest
    static final ArchRule the_json_library_stays_inside =
            noClasses().that().arePublic().should().dependOnClassesThat().resideInAPackage("com.google.gson..");

    @ArchTest
    static final ArchRule the_javascript_engine_stays_inside = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.tidemark.visualizers.render.VegaContext")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.graalvm..");

    @ArchTest
    static final ArchRule public_signatures_show_no_foreign_type = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .should()
            .haveRawReturnType(DescribedPredicate.describe(
                    "a type of the JDK or of Tidemark", DependenciesTest::isOfTheJdkOrOurs));

    @ArchTest
    static final ArchRule packages_form_no_circle =
            slices().matching("dev.tidemark.visualizers.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule names_collide_with_none_that_a_notebook_imports = noClasses()
            .that(DescribedPredicate.describe(
                    "are named like a class of the JDK", DependenciesTest::isNamedLikeAnImport))
            .should()
            .bePublic()
            .allowEmptyShould(true);

    private static boolean isNamedLikeAnImport(JavaClass type) {
        return IMPORTED.stream().anyMatch(name -> exists(name + "." + type.getSimpleName()));
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name, false, DependenciesTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException free) {
            return false;
        }
    }

    private static boolean isOfTheJdkOrOurs(JavaClass type) {
        JavaClass component = type.getBaseComponentType();
        return component.isPrimitive()
                || component.getPackageName().startsWith("java.")
                || component.getPackageName().startsWith("dev.tidemark.");
    }
}
