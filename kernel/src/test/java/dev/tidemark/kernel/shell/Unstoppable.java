package dev.tidemark.kernel.shell;

import java.util.concurrent.CountDownLatch;

/** Library code that an interrupt does not stop. */
public final class Unstoppable {
    private Unstoppable() {}

    public static void await(CountDownLatch release) {
        while (release.getCount() > 0) {
            try {
                spinUntil(release);
            } catch (Throwable stop) {
                // not even by force
            }
        }
    }

    private static void spinUntil(CountDownLatch release) {
        while (release.getCount() > 0) {
            Thread.onSpinWait();
        }
    }
}
