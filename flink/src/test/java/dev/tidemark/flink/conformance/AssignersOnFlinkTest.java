package dev.tidemark.flink.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.eventtime.SerializableTimestampAssigner;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.AbstractRichFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.java.tuple.Tuple2;
import org.junit.jupiter.api.Test;

/** An assigner of times that wants to be opened, on Flink: as {@code WarningsTest} says of the engine. */
@SuppressWarnings("try") // the close of a Flink operator may be interrupted
class AssignersOnFlinkTest {
    /** Waits to be opened. */
    private static final class Opened extends AbstractRichFunction
            implements SerializableTimestampAssigner<Tuple2<String, Long>> {
        private static final long serialVersionUID = 1L;

        private long opened;

        @Override
        public void open(OpenContext context) {
            opened = 1;
        }

        @Override
        public long extractTimestamp(Tuple2<String, Long> element, long previous) {
            return opened;
        }
    }

    @Test
    void assigner_of_times_that_wants_to_be_opened_never_is() throws Exception {
        try (var lone = Lone.unkeyed(
                in -> in.assignTimestampsAndWatermarks(
                        WatermarkStrategy.<Tuple2<String, Long>>noWatermarks().withTimestampAssigner(new Opened())),
                1,
                0)) {
            lone.initializeEmptyState();
            lone.open();
            lone.processElement(Lone.pair("a", 1), 7);
            assertThat(lone.extractOutputStreamRecords())
                    .allMatch(each -> each.getTimestamp() == 0)
                    .hasSize(1);
        }
    }
}
