package dev.tidemark.kernel.javadoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
    @Test
    void a_method_of_a_type() {
        assertThat(Signature.of(
                        "void Gson.toJson(Object src, java.lang.reflect.Type typeOfSrc) throws JsonIOException"))
                .isEqualTo(new Signature("Gson", "toJson", true, List.of("Object", "Type")));
    }

    @Test
    void generics_are_erased() {
        assertThat(Signature.of(
                        "Comparator<Map.Entry<K,V>> Map.Entry<K, V>.<K, V>comparingByKey(Comparator<? super K> cmp)"))
                .isEqualTo(new Signature("Map.Entry", "comparingByKey", true, List.of("Comparator")));
    }

    @Test
    void arrays_and_variable_arguments_are_the_same() {
        assertThat(Signature.of("String String.format(String format, Object... args)")
                        .parameters())
                .isEqualTo(Signature.of("String String.format(String format, Object[])")
                        .parameters())
                .containsExactly("String", "Object[]");
    }

    @Test
    void a_constructor_and_a_method_of_the_notebook_have_no_owner() {
        assertThat(Signature.of("Gson()")).isEqualTo(new Signature("", "Gson", true, List.of()));
        assertThat(Signature.of("int twice(int n)")).isEqualTo(new Signature("", "twice", true, List.of("int")));
    }

    @Test
    void a_type_and_a_field() {
        assertThat(Signature.of("java.util.Map.Entry<K, V>"))
                .isEqualTo(new Signature("java.util.Map.Entry", "", false, List.of()));
        assertThat(Signature.of("String.CASE_INSENSITIVE_ORDER:java.util.Comparator<java.lang.String>"))
                .isEqualTo(new Signature("String", "CASE_INSENSITIVE_ORDER", false, List.of()));
    }
}
