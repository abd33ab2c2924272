package dev.tidemark.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.tidemark.kernel.render.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What can only be seen from outside of the process: signals, the end, and what outlives it. */
@Timeout(120)
class KernelProcessTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void history_outlives_a_restart() throws Exception {
        try (KernelProcess first = KernelProcess.in(folder);
                Client client = first.client()) {
            client.run("6 * 7");
            end(client, true);
            assertThat(first.endsByItself()).isTrue();
        }
        try (KernelProcess second = KernelProcess.in(folder);
                Client client = second.client()) {
            client.run("6 * 8");
            assertThat(history(client, "{\"hist_access_type\": \"tail\", \"n\": 2, \"output\": true}"))
                    .isEqualTo("[[1,1,[\"6 * 7\",\"42\"]],[2,1,[\"6 * 8\",\"48\"]]]");
            assertThat(history(client, "{\"hist_access_type\": \"range\", \"session\": -1, \"start\": 1}"))
                    .isEqualTo("[[1,1,\"6 * 7\"]]");
            end(client, false);
            assertThat(second.endsByItself()).isTrue();
        }
        assertThat(folder.resolve("tidemark/history.mv")).isRegularFile();
    }

    private static void end(Client client, boolean restart) {
        JsonObject content = new JsonObject();
        content.addProperty("restart", restart);
        client.ask(client.control, "shutdown_request", content);
    }

    private static String history(Client client, String request) {
        return client.ask(client.shell, "history_request", Json.object(request))
                .reply()
                .getAsJsonArray("history")
                .toString();
    }

    @Test
    void a_killed_kernel_loses_no_cell_that_history_has_told() throws Exception {
        try (KernelProcess first = KernelProcess.in(folder);
                Client client = first.client()) {
            client.run("1 + 2");
            assertThat(history(client, "{\"hist_access_type\": \"tail\"}")).contains("1 + 2");
            first.process().destroyForcibly();
            assertThat(first.endsByItself()).isTrue();
        }
        try (KernelProcess second = KernelProcess.in(folder);
                Client client = second.client()) {
            assertThat(history(client, "{\"hist_access_type\": \"tail\"}")).isEqualTo("[[1,1,\"1 + 2\"]]");
        }
    }

    @Test
    void a_signal_interrupts_a_cell_and_leaves_the_kernel_alive() throws Exception {
        try (KernelProcess kernel = KernelProcess.in(folder);
                Client client = kernel.client()) {
            client.run("int kept = 5;");
            String id = client.sendCell("System.out.println(\"go\"); while (true) {}");
            client.awaitPublished(id, "stream");
            kernel.signalInterrupt();
            assertThat(client.finish(id).reply().get("ename").getAsString()).isEqualTo("Interrupted");
            assertThat(client.run("kept").contents("execute_result").toString()).contains("\"5\"");
        }
    }

    @Test
    void the_file_of_history_is_not_touched_by_a_start() throws Exception {
        try (KernelProcess kernel = KernelProcess.in(folder);
                Client client = kernel.client()) {
            client.ask(client.shell, "kernel_info_request", new JsonObject());
            assertThat(Files.exists(folder.resolve("tidemark"))).isFalse();
        }
    }
}
