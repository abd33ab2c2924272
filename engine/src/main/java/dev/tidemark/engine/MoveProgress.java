package dev.tidemark.engine;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.LongConsumer;

/**
 * Shows a person how far a long move of a run is.
 *
 * <p>Providers are found by {@link java.util.ServiceLoader} when a move of a run first gets long, one instance for each
 * run; a run that has a listener of its own ({@link Run#onProgress}) does not ask them. They can't change what a run does.
 */
public interface MoveProgress {
    /** Called in the run's thread, every 50,000 steps of a move. */
    void moved(Run run, long steps);

    /** Tells all that are installed. */
    static LongConsumer shown(Run run) {
        List<MoveProgress> providers = ServiceLoader.load(MoveProgress.class, Run.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return done -> providers.forEach(provider -> provider.moved(run, done));
    }
}
