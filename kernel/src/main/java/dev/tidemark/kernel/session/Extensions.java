package dev.tidemark.kernel.session;

import dev.tidemark.kernel.spi.KernelContext;
import dev.tidemark.kernel.spi.KernelExtension;
import java.util.HashSet;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Finds and installs extensions, each once; one that fails is reported alone. */
final class Extensions {
    private final KernelContext kernel;
    private final BiConsumer<String, Throwable> onFailure;
    private final Set<String> installed = new HashSet<>();

    Extensions(KernelContext kernel, BiConsumer<String, Throwable> onFailure) {
        this.kernel = kernel;
        this.onFailure = onFailure;
    }

    /** Installs what the class path offers and is not installed yet. */
    void installFound() {
        Iterator<KernelExtension> providers =
                ServiceLoader.load(KernelExtension.class, kernel.loader()).iterator();
        KernelExtension extension = next(providers);
        while (extension != null) {
            install(extension);
            extension = next(providers);
        }
    }

    void install(KernelExtension extension) {
        if (!installed.add(extension.getClass().getName())) {
            return;
        }
        try {
            extension.install(kernel);
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Exception | LinkageError | AssertionError failure) {
            onFailure.accept("the extension " + extension.name() + " could not be installed", failure);
        }
    }

    /** The next provider that can be made, or null at the end. */
    private @Nullable KernelExtension next(Iterator<KernelExtension> providers) {
        while (true) {
            try {
                return providers.hasNext() ? providers.next() : null;
            } catch (ServiceConfigurationError | LinkageError failure) {
                onFailure.accept("an extension could not be loaded", failure);
            }
        }
    }
}
