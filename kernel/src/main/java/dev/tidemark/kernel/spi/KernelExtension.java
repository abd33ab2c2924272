package dev.tidemark.kernel.spi;

/**
 * A plug-in of the kernel, found by {@link java.util.ServiceLoader} on the class path of the session.
 *
 * <p>Providers are looked up when a session starts and again whenever jars join its class path; each is installed once.
 * One that throws is reported by name and left out; the others and the session go on.
 */
public interface KernelExtension {
    /**
     * The name by which messages speak of this extension.
     *
     * @return a short name, by default the simple name of the class
     */
    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * Registers everything that this extension brings.
     *
     * @param kernel the session to plug into; it may be kept and used for as long as the session lives
     * @throws Exception if the extension cannot work here; its message is shown to the user
     */
    void install(KernelContext kernel) throws Exception;
}
