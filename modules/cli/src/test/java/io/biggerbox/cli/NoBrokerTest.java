package io.biggerbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nobody answers: one line that says what to do, within seconds. */
class NoBrokerTest {

    private static final List<String> COMMANDS = List.of(
            "alerts",
            "ack BB-1",
            "mute BB-1 --until 1d",
            "fixed BB-1",
            "explain BB-1",
            "explain Shop/box",
            "correct shop:1 --theme box",
            "corrections list",
            "theme-candidates",
            "theme-candidates dismiss TC-1",
            "topics create",
            "topics list",
            "import FILE --as csv");
    private static final Executor THREADS = task -> new Thread(task, "command").start();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    @Timeout(40)
    void oneLineSaysWhatToDo() throws IOException {
        Path file = Files.write(
                folder.resolve("reviews.csv"),
                List.of("customer_id,product,written_at,text", "c,Shop,2026-01-05T10:00:00Z,Late again."));
        String nobody = "127.0.0.1:" + closedPort();
        Map<String, CompletableFuture<Run>> runs = new TreeMap<>();
        for (String command : COMMANDS) {
            List<String> args = new ArrayList<>(
                    List.of(command.replace("FILE", file.toString()).split(" ", -1)));
            args.addAll(List.of("--bootstrap-servers", nobody, "--registry", "http://" + nobody));
            runs.put(command, CompletableFuture.supplyAsync(() -> Run.of(args.toArray(String[]::new)), THREADS));
        }
        runs.forEach((command, running) -> {
            Run run = running.orTimeout(25, TimeUnit.SECONDS).join();
            assertThat(run.exitCode()).as(command).isEqualTo(1);
            assertThat(run.err().lines()).as(command).hasSize(1);
            assertThat(run.err()).as(command).contains("biggerbox up").contains(nobody);
        });
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
