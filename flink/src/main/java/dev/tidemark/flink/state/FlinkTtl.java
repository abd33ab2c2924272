package dev.tidemark.flink.state;

import dev.tidemark.engine.state.StateTtl;
import java.time.Duration;
import org.apache.flink.api.common.state.StateTtlConfig;

/** How long a state's values live, in Flink's words: without clean-up in the background, as in the engine. */
final class FlinkTtl {
    private FlinkTtl() {}

    static StateTtlConfig of(StateTtl ttl) {
        return StateTtlConfig.newBuilder(Duration.ofMillis(ttl.millis()))
                .setUpdateType(
                        ttl.update() == StateTtl.Update.ON_READ_AND_WRITE
                                ? StateTtlConfig.UpdateType.OnReadAndWrite
                                : StateTtlConfig.UpdateType.OnCreateAndWrite)
                .setStateVisibility(
                        ttl.visibility() == StateTtl.Visibility.NEVER_RETURN_EXPIRED
                                ? StateTtlConfig.StateVisibility.NeverReturnExpired
                                : StateTtlConfig.StateVisibility.ReturnExpiredIfNotCleanedUp)
                .disableCleanupInBackground()
                .build();
    }
}
