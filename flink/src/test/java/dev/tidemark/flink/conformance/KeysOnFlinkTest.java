package dev.tidemark.flink.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.state.KeyGroups;
import dev.tidemark.engine.timeline.Statement;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.InvalidProgramException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** Which group and subtask a key belongs to, by Flink's arithmetic and the engine's, and what is no key. */
class KeysOnFlinkTest {
    private static final List<Object> KEYS = List.of(0, 1, 42, "a", "key", 1000L, -1, Integer.MIN_VALUE, "", 1.5);

    @Test
    @Statement(113)
    void groups_and_subtasks_of_keys() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            Object key = i < KEYS.size() ? KEYS.get(i) : random.nextInt();
            int groups = 1 + random.nextInt(32_768);
            int parallelism = 1 + random.nextInt(groups);
            int group = KeyGroups.groupOf(key, groups);
            assertThat(group).isEqualTo(KeyGroupRangeAssignment.assignToKeyGroup(key, groups));
            assertThat(KeyGroups.subtaskOf(group, groups, parallelism))
                    .isEqualTo(KeyGroupRangeAssignment.assignKeyToParallelOperator(key, groups, parallelism));
        }
        assertThat(KEYS.subList(0, 6).stream().map(key -> KeyGroupRangeAssignment.assignToKeyGroup(key, 128)))
                .containsExactly(94, 86, 29, 81, 72, 7);
    }

    @Test
    @Statement(114)
    void default_number_of_groups() {
        for (int parallelism = 1; parallelism <= 32_768; parallelism++) {
            assertThat(KeyGroups.defaultMaxParallelism(parallelism))
                    .isEqualTo(KeyGroupRangeAssignment.computeDefaultMaxParallelism(parallelism));
        }
    }

    @Test
    @Statement(115)
    void ranges_of_subtasks() {
        for (int groups : List.of(1, 7, 128, 200, 32_768)) {
            for (int parallelism = 1; parallelism <= Math.min(groups, 40); parallelism++) {
                for (int subtask = 0; subtask < parallelism; subtask++) {
                    KeyGroupRange range =
                            KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(groups, parallelism, subtask);
                    assertThat(KeyGroups.firstGroup(subtask, groups, parallelism))
                            .isEqualTo(range.getStartKeyGroup());
                    assertThat(KeyGroups.lastGroup(subtask, groups, parallelism))
                            .isEqualTo(range.getEndKeyGroup());
                }
            }
        }
    }

    @Test
    @Statement(117)
    void arrays_and_enums_are_no_keys() {
        DataStream<String> words =
                StreamExecutionEnvironment.getExecutionEnvironment().fromData("a");
        assertThatThrownBy(() -> words.keyBy(word -> new int[] {1}, TypeInformation.of(int[].class)))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("cannot be used as key");
        assertThatThrownBy(() -> words.keyBy(word -> DayOfWeek.FRIDAY, TypeInformation.of(DayOfWeek.class)))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("cannot be used as key");
    }

    /** Two keys of one number, and a hash that is another in the next JVM. */
    @Test
    @Statement(117)
    void decimals_and_types_that_hold_an_enum_are_taken() {
        DataStream<String> words =
                StreamExecutionEnvironment.getExecutionEnvironment().fromData("a");
        assertThat(words.keyBy(word -> new BigDecimal("1.00"), Types.BIG_DEC)).isNotNull();
        assertThat(words.keyBy(word -> new Day(DayOfWeek.FRIDAY), TypeInformation.of(Day.class)))
                .isNotNull();
    }

    record Day(DayOfWeek day) {}

    @Test
    @Statement(117)
    void null_is_no_key() {
        assertThatThrownBy(() -> KeyGroupRangeAssignment.assignToKeyGroup(Lone.nothing(), 128))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("Assigned key must not be null");
    }
}
