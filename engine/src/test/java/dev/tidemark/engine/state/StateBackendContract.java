package dev.tidemark.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.state.codec.Codec;
import dev.tidemark.engine.state.codec.Codecs;
import dev.tidemark.engine.state.codec.TypeToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every state backend promises: whoever writes one has its test extend this.
 *
 * <p>Not covered here: what only a run can show. For that, take a run of the heap and one of the backend, and compare their
 * transcripts and digests.
 */
public abstract class StateBackendContract {
    /** The namespaces of the tables that are tested. */
    protected static final Codec<String> NAMESPACES = Codecs.of(String.class);

    private static final StateSchema<String, Long> NUMBERS =
            new StateSchema<>("numbers", "value", NAMESPACES, Codecs.of(Long.class));
    private static final StateSchema<String, List<Long>> LISTS =
            new StateSchema<>("lists", "list", NAMESPACES, Codecs.of(new TypeToken<List<Long>>() {}));

    private final List<StateBackend> opened = new ArrayList<>();

    /** What is tested. */
    protected abstract StateBackend.Factory factory();

    /** Whether what is read is a copy, as it is everywhere but on the heap. */
    protected abstract boolean copies();

    @AfterEach
    void close() {
        opened.forEach(StateBackend::close);
    }

    /** A new backend, closed after the test. */
    protected final StateBackend open() {
        StateBackend backend = factory().open();
        opened.add(backend);
        return backend;
    }

    private static <V> StateTable<String, String, V> table(StateBackend backend, StateSchema<String, V> schema) {
        return backend.tables("sum#0", Codecs.of(String.class)).table(schema);
    }

    private StateTable<String, String, Long> numbers() {
        return table(open(), NUMBERS);
    }

    private StateTable<String, String, List<Long>> lists() {
        return table(open(), LISTS);
    }

    private static <V> List<String> entries(StateTable<String, String, V> table) {
        List<String> entries = new ArrayList<>();
        table.forEach((key, namespace, value) -> entries.add(key + "/" + namespace + "=" + value));
        return entries;
    }

    @Test
    void a_new_table_is_empty() {
        StateTable<String, String, Long> table = numbers();

        assertThat(table.get("a", "n")).isNull();
        assertThat(table.remove("a", "n")).isNull();
        assertThat(table.size()).isZero();
        assertThat(entries(table)).isEmpty();
    }

    @Test
    void what_was_put_is_there_for_its_key_and_namespace_alone() {
        StateTable<String, String, Long> table = numbers();

        table.put("a", "n", 1L);

        assertThat(table.get("a", "n")).isEqualTo(1L);
        assertThat(table.get("a", "m")).isNull();
        assertThat(table.get("b", "n")).isNull();
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void key_and_namespace_do_not_run_into_each_other() {
        StateTable<String, String, Long> table = numbers();

        table.put("ab", "c", 1L);
        table.put("a", "bc", 2L);

        assertThat(entries(table)).containsExactly("ab/c=1", "a/bc=2");
    }

    @Test
    void entries_come_in_the_order_of_their_insertion() {
        StateTable<String, String, Long> table = numbers();

        table.put("c", "n", 1L);
        table.put("a", "n", 2L);
        table.put("b", "n", 3L);
        table.put("c", "n", 4L);

        assertThat(entries(table)).containsExactly("c/n=4", "a/n=2", "b/n=3");
    }

    @Test
    void what_was_removed_and_comes_again_goes_to_the_end() {
        StateTable<String, String, Long> table = numbers();
        table.put("a", "n", 1L);
        table.put("b", "n", 2L);

        assertThat(table.remove("a", "n")).isEqualTo(1L);
        table.put("a", "n", 3L);

        assertThat(entries(table)).containsExactly("b/n=2", "a/n=3");
    }

    @Test
    void a_change_begins_with_nothing_and_goes_on_from_its_result() {
        StateTable<String, String, Long> table = numbers();

        assertThat(table.change("a", "n", 2L, (before, input) -> before == null ? input : before + input))
                .isEqualTo(2L);
        assertThat(table.change("a", "n", 3L, (before, input) -> before == null ? input : before + input))
                .isEqualTo(5L);
        assertThat(entries(table)).containsExactly("a/n=5");
    }

    @Test
    void an_accumulator_may_be_changed_in_place() {
        StateTable<String, String, List<Long>> table = lists();
        StateTable.Change<List<Long>, Long> adding = (before, input) -> {
            List<Long> list = before == null ? new ArrayList<>() : before;
            list.add(input);
            return list;
        };

        for (long i = 0; i < 100; i++) {
            table.change("k" + i % 3, "n", i, adding);
        }

        assertThat(table.get("k1", "n")).hasSize(33).startsWith(1L, 4L, 7L);
    }

    @Test
    void clearing_forgets_everything_and_what_comes_then_is_new() {
        StateTable<String, String, Long> table = numbers();
        for (long i = 0; i < 50; i++) {
            table.put("k" + i, "n", i);
        }

        table.clear();

        assertThat(table.size()).isZero();
        assertThat(table.get("k1", "n")).isNull();
        assertThat(entries(table)).isEmpty();
        table.put("k2", "n", 7L);
        assertThat(entries(table)).containsExactly("k2/n=7");
    }

    @Test
    void tables_of_one_name_know_nothing_of_each_other() {
        StateBackend backend = open();
        StateTable<String, String, Long> first = table(backend, NUMBERS);
        StateTable<String, String, Long> second = table(backend, NUMBERS);
        first.put("a", "n", 1L);
        second.put("a", "n", 2L);

        second.clear();

        assertThat(entries(first)).containsExactly("a/n=1");
        assertThat(entries(second)).isEmpty();
    }

    @Test
    void backends_know_nothing_of_each_other() {
        StateTable<String, String, Long> here = numbers();
        StateTable<String, String, Long> there = numbers();

        here.put("a", "n", 1L);

        assertThat(there.get("a", "n")).isNull();
    }

    @Test
    void a_visitor_may_look_at_other_tables() {
        StateBackend backend = open();
        StateTable<String, String, Long> table = table(backend, NUMBERS);
        StateTable<String, String, List<Long>> other = table(backend, LISTS);
        for (long i = 0; i < 20; i++) {
            table.put("k" + i, "n", i);
            other.put("k" + i, "n", List.of(i));
        }
        List<List<Long>> seen = new ArrayList<>();

        table.forEach((key, namespace, value) -> seen.add(other.get(key, namespace)));

        assertThat(seen).hasSize(20).startsWith(List.of(0L), List.of(1L));
    }

    @Test
    void a_value_that_was_read_and_changed_counts_when_it_is_stored_again() {
        StateTable<String, String, List<Long>> table = lists();
        table.put("a", "n", new ArrayList<>(List.of(1L)));

        List<Long> read = Objects.requireNonNull(table.get("a", "n"));
        read.add(2L);

        assertThat(table.get("a", "n")).isEqualTo(copies() ? List.of(1L) : List.of(1L, 2L));
        table.put("a", "n", read);
        assertThat(table.get("a", "n")).containsExactly(1L, 2L);
    }

    @Test
    void closing_twice_does_nothing() {
        StateBackend backend = open();
        table(backend, NUMBERS).put("a", "n", 1L);

        backend.close();
        backend.close();

        assertThat(numbers().size()).isZero();
    }

    @Test
    void random_operations_give_what_they_give_on_a_map() {
        for (long seed = 0; seed < 20; seed++) {
            new Trial(new Random(seed), table(open(), LISTS)).run(2_000, "seed " + seed);
        }
    }

    /** A table and a map to which the same is done. */
    private static final class Trial {
        private final Random random;
        private final StateTable<String, String, List<Long>> table;
        private final Map<String, List<Long>> model = new LinkedHashMap<>();

        Trial(Random random, StateTable<String, String, List<Long>> table) {
            this.random = random;
            this.table = table;
        }

        void run(int operations, String as) {
            for (int i = 0; i < operations; i++) {
                String key = "k" + random.nextInt(40);
                String namespace = "n" + random.nextInt(3);
                operation(key, namespace, key + "/" + namespace, as);
                assertThat(table.size()).as(as).isEqualTo(model.size());
                if (random.nextInt(100) == 0) {
                    List<String> expected = new ArrayList<>();
                    model.forEach((place, value) -> expected.add(place + "=" + value));
                    assertThat(entries(table)).as(as).isEqualTo(expected);
                }
                if (random.nextInt(500) == 0) {
                    table.clear();
                    model.clear();
                }
            }
        }

        private void operation(String key, String namespace, String place, String as) {
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    List<Long> value = new ArrayList<>(List.of(random.nextLong()));
                    table.put(key, namespace, value);
                    model.put(place, List.copyOf(value));
                }
                case 2 -> assertThat(table.remove(key, namespace)).as(as).isEqualTo(model.remove(place));
                case 3, 4 -> {
                    long more = random.nextInt(100);
                    table.change(key, namespace, more, Trial::longer);
                    model.put(place, longer(copy(model.get(place)), more));
                }
                default -> assertThat(table.get(key, namespace)).as(as).isEqualTo(model.get(place));
            }
        }

        private static @Nullable List<Long> copy(@Nullable List<Long> list) {
            return list == null ? null : new ArrayList<>(list);
        }

        private static List<Long> longer(@Nullable List<Long> before, long more) {
            List<Long> list = before == null ? new ArrayList<>() : before;
            list.add(more);
            return list;
        }
    }
}
