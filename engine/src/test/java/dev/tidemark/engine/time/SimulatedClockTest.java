package dev.tidemark.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import org.junit.jupiter.api.Test;

class SimulatedClockTest {
    private final SimulatedClock clock = new SimulatedClock(1_000);

    @Test
    void clock_stands_or_goes_forward() {
        clock.moveTo(1_000);
        assertThat(clock.now()).isEqualTo(1_000);
        clock.moveTo(1_001);
        assertThat(clock.now()).isEqualTo(1_001);
        assertThatThrownBy(() -> clock.moveTo(1_000))
                .hasMessage("the clock stands at 1970-01-01T00:00:01.001Z and cannot move back to "
                        + "1970-01-01T00:00:01Z; go back in a recorded run instead");
        assertThat(clock.now()).isEqualTo(1_001);
    }

    @Test
    void snapshot_brings_it_back() {
        ByteSink out = new ByteSink();
        clock.snapshot(out);
        clock.moveTo(2_000);
        clock.restore(new ByteSource(out.toBytes()));
        assertThat(clock.now()).isEqualTo(1_000);
    }
}
