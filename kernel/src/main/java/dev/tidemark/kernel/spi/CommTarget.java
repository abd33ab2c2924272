package dev.tidemark.kernel.spi;

/** Receives the comms that a front end opens by one name. */
@FunctionalInterface
public interface CommTarget {
    /**
     * Called once for each new comm.
     *
     * @param comm the comm; set its callbacks here
     * @param opening the message that opened it
     * @throws Exception if the comm is refused; it is then closed
     */
    void opened(Comm comm, CommMessage opening) throws Exception;
}
