package dev.tidemark.kernel;

import java.lang.reflect.Proxy;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The interrupt signal (SIGINT) by which a front end without message interrupts stops a cell.
 *
 * <p>The JDK has no public door to signals; where the one it has is closed, interrupts still come as messages.
 */
final class InterruptSignal {
    private static final Logger LOGGER = Logger.getLogger(InterruptSignal.class.getName());

    private InterruptSignal() {}

    static void onInterrupt(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object handling = Proxy.newProxyInstance(
                    InterruptSignal.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                        }
                        return null;
                    });
            Object interrupt = signal.getConstructor(String.class).newInstance("INT");
            signal.getMethod("handle", signal, handler).invoke(null, interrupt, handling);
        } catch (ReflectiveOperationException | RuntimeException closed) {
            LOGGER.log(Level.INFO, "interrupt signals are not received here, only messages", closed);
        }
    }
}
