package dev.tidemark.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.DataStream;
import dev.tidemark.engine.Pipeline;
import dev.tidemark.engine.Simulation;
import dev.tidemark.engine.time.Watermarks;
import dev.tidemark.engine.timeline.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyGroupsTest {
    @Test
    @Statement(113)
    void keys_belong_to_the_groups_that_flink_gives_them() {
        List<Object> keys = List.of(0, 1, 42, "a", "key", 1000L);
        assertThat(keys.stream().map(key -> KeyGroups.groupOf(key, 128))).containsExactly(94, 86, 29, 81, 72, 7);
        assertThat(keys.stream().map(key -> KeyGroups.subtaskOf(KeyGroups.groupOf(key, 128), 128, 4)))
                .containsExactly(2, 2, 0, 2, 2, 0);
    }

    @ParameterizedTest
    @CsvSource({"1, 128", "85, 128", "86, 256", "170, 256", "171, 256", "172, 512", "200, 512", "30000, 32768"})
    @Statement(114)
    void default_number_of_groups_is_half_as_many_again_as_a_power_of_two(int parallelism, int groups) {
        assertThat(KeyGroups.defaultMaxParallelism(parallelism)).isEqualTo(groups);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 64, 127, 128})
    @Statement(115)
    void subtask_owns_a_range_of_groups_and_every_group_has_one_owner(int parallelism) {
        int next = 0;
        for (int subtask = 0; subtask < parallelism; subtask++) {
            assertThat(KeyGroups.firstGroup(subtask, 128, parallelism)).isEqualTo(next);
            next = KeyGroups.lastGroup(subtask, 128, parallelism) + 1;
            for (int group = KeyGroups.firstGroup(subtask, 128, parallelism); group < next; group++) {
                assertThat(KeyGroups.subtaskOf(group, 128, parallelism)).isEqualTo(subtask);
            }
        }
        assertThat(next).isEqualTo(128);
    }

    @Test
    @Statement(114)
    void run_takes_the_default_by_the_largest_parallelism_of_its_operators() {
        assertThat(groups(1)).isEqualTo(128);
        assertThat(groups(200)).isEqualTo(512);
    }

    private static int groups(int parallelism) {
        Pipeline pipeline = Pipeline.create("groups");
        DataStream<String> words = pipeline.source("words", String.class, Watermarks.byHand());
        words.keyBy(word -> word)
                .reduce((left, right) -> right)
                .parallelism(parallelism)
                .collect("out");
        return Simulation.of(pipeline).checkpoint().maxParallelism();
    }
}
