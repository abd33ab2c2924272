package dev.tidemark.flink.state;

import org.jspecify.annotations.Nullable;

/** Calls to Flink's state: it declares its failures, and a user's function of the engine does not. */
public final class Calls {
    private Calls() {}

    /** Gives a value. */
    @FunctionalInterface
    public interface Call<T extends @Nullable Object> {
        T run() throws Exception;
    }

    /** Changes something. */
    @FunctionalInterface
    public interface Act {
        void run() throws Exception;
    }

    /** What a call gives. */
    public static <T extends @Nullable Object> T call(Call<T> call) {
        try {
            return call.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Flink's state failed: " + e.getMessage(), e);
        }
    }

    public static void act(Act act) {
        call(() -> {
            act.run();
            return true;
        });
    }
}
