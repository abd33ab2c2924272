package dev.tidemark.engine.state.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@SuppressWarnings("serial") // nothing is ever serialized here
class FunctionTypesTest {
    /** As the engine's function interfaces are. */
    interface Mapping<T, R> extends Serializable {
        R map(T value);
    }

    interface Joining<A, B, R> extends Serializable {
        R join(A left, B right);
    }

    interface Out<T> {
        void collect(T value);
    }

    interface Processing<T, R> extends Serializable {
        void process(T value, Out<R> out);
    }

    interface QuakeLists<R> extends Mapping<Quake, List<R>> {}

    interface Measure extends Mapping<Quake, Map<String, Double>> {}

    abstract static class Windowed<T, K> implements Serializable {}

    static class KeyedByName<T> extends Windowed<T, String> {}

    static class QuakesByName extends KeyedByName<Quake> {}

    record Quake(String id, double mag, List<String> tags) {
        static Quake of(String id) {
            return new Quake(id, 0, List.of());
        }
    }

    record Box<T>(T content) {}

    record Named(String id) {}

    @SuppressWarnings("UnusedVariable")
    static class Loud {
        static final AtomicInteger MADE = new AtomicInteger(InitialisedClasses.note());

        static Map<String, Long> count(String text) {
            return Map.of(text, 1L);
        }
    }

    static class InitialisedClasses {
        static final AtomicInteger COUNT = new AtomicInteger();

        static int note() {
            return COUNT.incrementAndGet();
        }
    }

    static <T> List<T> single(T value) {
        return List.of(value);
    }

    static <T> List<T> both(T left, T right) {
        return List.of(left, right);
    }

    static <T> List<T> none(String value) {
        return value.isEmpty() ? List.of() : new ArrayList<>();
    }

    static void split(Quake quake, Out<List<String>> out) {
        out.collect(quake.tags());
    }

    private static Optional<Type> result(Mapping<?, ?> mapping) {
        return FunctionTypes.returnType(mapping, Mapping.class);
    }

    private static <T, R> Mapping<T, R> mapping(Mapping<T, R> mapping) {
        return mapping;
    }

    @Test
    void a_lambda_says_its_class() {
        int captured = result((Quake quake) -> 1).hashCode();
        String prefix = "p";

        assertThat(result(mapping((Quake quake) -> quake.id()))).contains(String.class);
        assertThat(result(mapping((Quake quake) -> prefix + quake.id() + captured)))
                .contains(String.class);
        assertThat(result(mapping((Quake quake) -> quake.mag()))).contains(Double.class);
        assertThat(result(mapping((Quake quake) -> new int[0]))).contains(int[].class);
    }

    @Test
    void a_lambda_that_returns_a_generic_class_stays_open() {
        assertThat(result(mapping((Quake quake) -> List.of(quake.id())))).isEmpty();
        assertThat(result(mapping((Quake quake) -> new Box<>(quake.id())))).isEmpty();
    }

    @Test
    void a_reference_to_an_accessor_has_its_type_arguments() {
        assertThat(result(mapping(Quake::tags))).contains(new TypeToken<List<String>>() {}.type());
        assertThat(result(mapping(Quake::mag))).contains(Double.class);
    }

    @Test
    void a_reference_to_a_static_method_or_constructor_is_known() {
        assertThat(result(mapping(Quake::of))).contains(Quake.class);
        assertThat(result(FunctionTypesTest.<String, Named>mapping(Named::new))).contains(Named.class);
        assertThat(result(FunctionTypesTest.<Integer, ArrayList<String>>mapping(ArrayList::new)))
                .isEmpty();
    }

    @Test
    void a_reference_to_a_method_of_an_instance_is_known() {
        assertThat(result(mapping(new FunctionTypesBound()::lengths))).contains(new TypeToken<List<Long>>() {}.type());
    }

    @Test
    void a_generic_method_is_known_as_far_as_its_parameters_tell() {
        Mapping<Quake, List<Quake>> single = FunctionTypesTest::single;
        Mapping<String, List<Quake>> none = FunctionTypesTest::none;
        Joining<String, Long, List<? extends Object>> both = FunctionTypesTest::both;

        assertThat(result(single)).contains(new TypeToken<List<Quake>>() {}.type());
        assertThat(result(none)).isEmpty();
        assertThat(FunctionTypes.returnType(both, Joining.class)).isEmpty();
    }

    @Test
    void an_accessor_of_a_generic_record_is_known_by_the_class_that_the_compiler_found() {
        Mapping<Box<String>, String> content = Box::content;

        assertThat(result(content)).contains(String.class);
    }

    @Test
    void an_interface_that_fixes_its_arguments_says_them_for_its_lambdas() {
        Measure measure = quake -> Map.of(quake.id(), quake.mag());
        QuakeLists<String> lists = quake -> List.of(quake.id());

        assertThat(result(measure)).contains(new TypeToken<Map<String, Double>>() {}.type());
        assertThat(FunctionTypes.typeArgument(measure, Mapping.class, 0)).contains(Quake.class);
        assertThat(result(lists)).isEmpty();
        assertThat(FunctionTypes.typeArgument(lists, Mapping.class, 0)).contains(Quake.class);
    }

    @Test
    void a_lambda_inside_a_generic_method_is_not_taken_for_object() {
        assertThat(result(FunctionTypesTest.<String>identity())).isEmpty();
    }

    private static <T> Mapping<T, T> identity() {
        return value -> value;
    }

    @Test
    void an_anonymous_class_says_its_arguments() {
        Mapping<Quake, List<String>> anonymous = new Mapping<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public List<String> map(Quake quake) {
                return quake.tags();
            }
        };

        assertThat(result(anonymous)).contains(new TypeToken<List<String>>() {}.type());
        assertThat(FunctionTypes.typeArgument(anonymous, Mapping.class, 0)).contains(Quake.class);
    }

    @Test
    void a_subclass_of_a_generic_abstract_class_says_its_arguments() {
        assertThat(FunctionTypes.typeArgument(new QuakesByName(), Windowed.class, 0))
                .contains(Quake.class);
        assertThat(FunctionTypes.typeArgument(new QuakesByName(), Windowed.class, 1))
                .contains(String.class);
        assertThat(FunctionTypes.typeArgument(new KeyedByName<Quake>(), Windowed.class, 0))
                .isEmpty();
        assertThat(FunctionTypes.typeArgument(new KeyedByName<Quake>() {}, Windowed.class, 0))
                .contains(Quake.class);
    }

    @Test
    void the_type_that_goes_into_a_collector_is_found_in_the_method_behind_a_reference() {
        Processing<Quake, List<String>> reference = FunctionTypesTest::split;
        Processing<Quake, String> lambda = (quake, out) -> out.collect(quake.id());

        assertThat(FunctionTypes.typeArgument(reference, Processing.class, 1))
                .contains(new TypeToken<List<String>>() {}.type());
        assertThat(FunctionTypes.typeArgument(lambda, Processing.class, 1)).isEmpty();
        assertThat(FunctionTypes.typeArgument(lambda, Processing.class, 0)).contains(Quake.class);
    }

    @Test
    void looking_at_a_function_initialises_no_class() {
        Mapping<String, Map<String, Long>> count = Loud::count;

        assertThat(result(count)).contains(new TypeToken<Map<String, Long>>() {}.type());
        assertThat(InitialisedClasses.COUNT).hasValue(0);
    }

    @Test
    void a_parameter_that_the_interface_does_not_have_is_an_error() {
        assertThatThrownBy(() -> FunctionTypes.typeArgument(new QuakesByName(), Windowed.class, 2))
                .hasMessage(Windowed.class.getName() + " has 2 type parameters; there is none at 2");
    }
}
