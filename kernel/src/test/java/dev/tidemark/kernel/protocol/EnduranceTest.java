package dev.tidemark.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.tidemark.kernel.render.Json;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a long session leaves behind: nothing. */
class EnduranceTest {
    private static final int CELLS = Integer.getInteger("tidemark.endurance.cells", 1_000);
    private static final int INTERRUPTS = 50;

    /** Threads that a JVM makes and ends as it likes. */
    private static final Set<String> OF_THE_JVM = Set.of("process reaper", "Common-Cleaner", "Attach Listener");

    @Test
    void a_thousand_cells_and_fifty_interrupts_leave_no_thread_and_no_file_open() throws Exception {
        try (Client client = new Client()) {
            for (int i = 0; i < 20; i++) {
                assertThat(client.run("int a" + i + " = " + i + "; a" + i).status())
                        .isEqualTo("ok");
                interruptEndlessLoop(client);
            }
            List<String> threads = threads();
            long files = openFiles();
            for (int i = 0; i < CELLS; i++) {
                assertThat(client.run("System.out.println(" + i + "); 1 + " + i).status())
                        .isEqualTo("ok");
            }
            for (int i = 0; i < INTERRUPTS; i++) {
                interruptEndlessLoop(client);
            }
            assertThat(client.run("1 + 1").status()).isEqualTo("ok");
            assertThat(threads()).isEqualTo(threads);
            assertThat(openFiles()).isLessThanOrEqualTo(files);
        }
    }

    private static void interruptEndlessLoop(Client client) {
        String id = client.sendCell("System.out.println(\"on\"); System.out.flush(); while (true) {}");
        client.awaitPublished(id, "stream");
        assertThat(client.ask(client.control, "interrupt_request", new JsonObject())
                        .status())
                .isEqualTo("ok");
        assertThat(client.finish(id).reply().get("ename").getAsString()).isEqualTo("Interrupted");
    }

    /** Each thread by its name, so that a second one of a name is seen. */
    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> !OF_THE_JVM.contains(name))
                .sorted()
                .toList();
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    /**
     * Cells, completions, interrupts and widget messages from two threads at once, in an order that a seed says: each request
     * gets its one answer, and the kernel is as good as before.
     */
    @Test
    void requests_on_both_channels_at_once_are_all_answered() throws Exception {
        for (int seed = 0; seed < 5; seed++) {
            try (Client client = new Client()) {
                client.run("int n = 0;");
                Random random = new Random(seed);
                List<String> onShell = new ArrayList<>();
                List<String> onControl = new ArrayList<>();
                for (int i = 0; i < 60; i++) {
                    switch (random.nextInt(6)) {
                        case 0 -> onShell.add(client.send(client.shell, "complete_request", code("\"a\".", 4)));
                        case 1 -> onShell.add(client.send(client.shell, "kernel_info_request", new JsonObject()));
                        case 2 -> onControl.add(client.send(client.control, "interrupt_request", new JsonObject()));
                        case 3 -> onShell.add(client.send(client.shell, "is_complete_request", code("int a", 5)));
                        case 4 ->
                            onControl.add(client.send(
                                    client.control,
                                    "debug_request",
                                    Json.object("{\"type\":\"request\",\"seq\":1,\"command\":\"inspectVariables\"}")));
                        default -> onShell.add(client.send(client.shell, "execute_request", cell(random)));
                    }
                }
                assertThat(answered(client, client.shell, onShell.size())).isEqualTo(Set.copyOf(onShell));
                assertThat(answered(client, client.control, onControl.size())).isEqualTo(Set.copyOf(onControl));
                assertThat(client.run("1 + 1").status()).as("seed %s", seed).isEqualTo("ok");
            }
        }
    }

    private static JsonObject code(String code, int cursor) {
        JsonObject content = Client.cell(code);
        content.addProperty("cursor_pos", cursor);
        return content;
    }

    private static JsonObject cell(Random random) {
        JsonObject content = Client.cell(
                switch (random.nextInt(3)) {
                    case 0 -> "n++;";
                    case 1 -> "for (int i = 0; i < 100; i++) System.out.println(i);";
                    default -> "Thread.sleep(" + random.nextInt(20) + ");";
                });
        content.addProperty("stop_on_error", false);
        return content;
    }

    /** The requests that so many replies answer; that each is another one follows from their number. */
    private static Set<String> answered(Client client, Wire wire, int count) {
        Set<String> parents = new HashSet<>();
        for (int i = 0; i < count; i++) {
            parents.add(client.receive(wire, Channel.SHELL)
                    .getAsJsonObject("parent_header")
                    .get("msg_id")
                    .getAsString());
        }
        return parents;
    }
}
