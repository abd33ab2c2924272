package dev.tidemark.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.tidemark.kernel.render.Json;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.junit.jupiter.api.Test;

/**
 * Random mutations of valid messages: after each of them the kernel is alive, and none costs a thread. The number of
 * messages is {@code tidemark.fuzz}, the seed {@code tidemark.fuzz.seed}.
 */
class FuzzTest {
    private static final int MESSAGES = Integer.getInteger("tidemark.fuzz", 2_000);
    private static final long SEED = Long.getLong("tidemark.fuzz.seed", 20_180_201L);

    @Test
    void the_kernel_is_alive_after_every_mutated_message_and_loses_no_thread() throws Exception {
        // a line of the log for each of the messages that are dropped would be thousands
        List<Logger> loggers = List.of(Logger.getLogger("Tidemark"), JupyterSocket.JUPYTER_LOGGER);
        loggers.forEach(logger -> logger.setLevel(Level.OFF));
        try (Client attacker = new Client();
                Client observer = new Client(attacker.connection, null)) {
            assertThat(observer.run("System.out.println(6 * 7);").status()).isEqualTo("ok");
            observer.ask(observer.control, "interrupt_request", new JsonObject());
            List<String> threads = kernelThreads();
            Mutation mutation = new Mutation(SEED, attacker.connection.createHMACGenerator());
            for (int i = 0; i < MESSAGES; i++) {
                send(List.of(attacker.shell, attacker.control, attacker.stdin).get(i % 3), mutation.next());
                assertThat(observer.ask(observer.shell, "kernel_info_request", new JsonObject())
                                .status())
                        .as("after message %d with seed %d", i, SEED)
                        .isEqualTo("ok");
            }
            // behind all interrupts that the attacker sent
            attacker.awaitReply(
                    attacker.control, attacker.send(attacker.control, "interrupt_request", new JsonObject()));
            Client.Exchange cell = observer.run("40 + 2");
            while (cell.status().equals("aborted")) {
                // it stood behind a cell of the attacker's that failed
                cell = observer.run("40 + 2");
            }
            assertThat(cell.contents("execute_result").toString()).contains("\"42\"");
            assertThat(observer.ask(observer.shell, "complete_request", Json.object("{\"code\": \"Math.ma\"}"))
                            .reply()
                            .toString())
                    .contains("max(");
            assertThat(kernelThreads()).isEqualTo(threads);
        } finally {
            loggers.forEach(logger -> logger.setLevel(null));
        }
    }

    private static void send(Wire wire, List<byte[]> frames) {
        for (int i = 0; i < frames.size() - 1; i++) {
            wire.sendMore(frames.get(i));
        }
        wire.send(frames.get(frames.size() - 1));
    }

    private static List<String> kernelThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> List.of("sockets", "worker", "cell", "assistant", "control", "output")
                        .contains(name))
                .sorted()
                .toList();
    }
}
