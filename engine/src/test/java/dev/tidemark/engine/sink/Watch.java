package dev.tidemark.engine.sink;

import java.io.Serializable;
import java.util.concurrent.Callable;

/** What stands around each call of a sink. */
interface Watch extends Serializable {
    /** Makes the call. */
    <R> R around(String name, Callable<R> call) throws Exception;
}
