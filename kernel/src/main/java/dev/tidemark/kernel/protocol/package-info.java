/**
 * Jupyter's messages over ZeroMQ; the only package that speaks of sockets and of the kernel library.
 *
 * <p>Begin with {@link dev.tidemark.kernel.protocol.KernelServer}. One thread owns all sockets and blocks until a message
 * arrives or is to be sent ({@link dev.tidemark.kernel.protocol.Sockets}); cells run on the worker of
 * {@link dev.tidemark.kernel.protocol.ExecutionQueue}; completion and its like on a thread of their own. So a kernel that
 * computes still answers.
 *
 * <p>Connection file, addresses, socket class and signatures come from the library. Message contents are JSON objects
 * here, since the library's typed contents cannot hold every field that protocol 5.4 asks for.
 *
 * <pre>{@code
 * KernelServer server = KernelServer.bind(connectionFileText, SessionOptions.ofThisProcess());
 * server.awaitShutdown();
 * }</pre>
 */
@NullMarked
package dev.tidemark.kernel.protocol;

import org.jspecify.annotations.NullMarked;
