package dev.tidemark.engine.fault;

import dev.tidemark.engine.state.codec.ByteSink;
import dev.tidemark.engine.state.codec.ByteSource;

/** The first failure is the end. Source: Flink's {@code NoRestartBackoffTimeStrategy}. */
public record NoRestart() implements RestartStrategy {
    static final NoRestart INSTANCE = new NoRestart();

    @Override
    public RestartBackoff begin() {
        return new RestartBackoff() {
            @Override
            public void failed(long now, long draw) {}

            @Override
            public boolean allows(long now) {
                return false;
            }

            @Override
            public long delayMillis(long now) {
                return 0;
            }

            @Override
            public void snapshot(ByteSink out) {}

            @Override
            public void restore(ByteSource in) {}
        };
    }

    @Override
    public String text() {
        return "none";
    }
}
