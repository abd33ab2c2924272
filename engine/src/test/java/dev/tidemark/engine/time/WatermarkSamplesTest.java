package dev.tidemark.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.engine.element.Watermark;
import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;
import org.junit.jupiter.api.Test;

class WatermarkSamplesTest {
    private final WatermarkSamples samples = new WatermarkSamples();

    @Test
    void oldest_of_three_decides() {
        samples.latest(10);
        assertThat(samples.settled()).isFalse();
        samples.sample();
        samples.latest(20);
        samples.sample();
        assertThat(samples.oldest()).isEqualTo(Watermark.BEGINNING);
        samples.sample();
        assertThat(samples.oldest()).isEqualTo(10);
        assertThat(samples.settled()).isFalse();
        samples.sample();
        assertThat(samples.oldest()).isEqualTo(20);
        assertThat(samples.settled()).isTrue();
    }

    @Test
    void snapshot_holds_all_of_them_and_the_latest() {
        for (int i = 1; i <= 3; i++) {
            samples.latest(i);
            samples.sample();
        }
        samples.latest(4);
        ByteSink out = new ByteSink();
        samples.snapshot(out);
        WatermarkSamples copy = new WatermarkSamples();
        copy.restore(new ByteSource(out.toBytes()));
        for (int i = 1; i <= 4; i++) {
            assertThat(copy.oldest()).isEqualTo(i);
            copy.sample();
        }
        assertThat(copy.settled()).isTrue();
    }
}
