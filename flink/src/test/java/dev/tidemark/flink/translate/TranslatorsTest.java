package dev.tidemark.flink.translate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tidemark.engine.operator.OperatorSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranslatorsTest {
    @Test
    void every_kind_of_operator_has_a_translation() {
        List<String> kinds = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.tidemark.engine").stream()
                        .filter(each -> !each.isInterface() && each.isAssignableTo(OperatorSpec.class))
                        .map(JavaClass::getName)
                        .toList();
        assertThat(Translators.kinds())
                .extracting(Class::getName)
                .hasSameSizeAs(kinds)
                .hasSameElementsAs(kinds);
    }
}
