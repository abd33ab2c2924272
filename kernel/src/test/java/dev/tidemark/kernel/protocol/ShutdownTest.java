package dev.tidemark.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ShutdownTest {
    @Test
    void shutdown_is_answered_and_gives_the_standard_streams_back() throws Exception {
        PrintStream before = System.out;
        try (Client client = new Client()) {
            client.run("while (Thread.currentThread().isInterrupted()) {}");
            client.sendCell("System.out.println(\"go\"); while (true) {}");
            JsonObject content = new JsonObject();
            content.addProperty("restart", true);
            Client.Exchange bye = client.ask(client.control, "shutdown_request", content);
            assertThat(bye.status()).isEqualTo("ok");
            assertThat(bye.reply().get("restart").getAsBoolean()).isTrue();
            assertThat(bye.contents("shutdown_reply")).hasSize(1);
            client.server().awaitShutdown();
        }
        assertThat(System.out).isSameAs(before);
    }

    @Test
    void training_runs_to_its_end() throws Exception {
        Training.run();
    }
}
