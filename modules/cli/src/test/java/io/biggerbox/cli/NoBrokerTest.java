package io.biggerbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody answers: one line that says what to do, within seconds. */
class NoBrokerTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alerts",
                "ack BB-1",
                "mute BB-1 --until 1d",
                "fixed BB-1",
                "topics create",
                "topics list",
                "import FILE --as csv"
            })
    @Timeout(40)
    void oneLineSaysWhatToDo(String command) throws IOException {
        Path file = Files.write(
                folder.resolve("reviews.csv"),
                List.of("customer_id,product,written_at,text", "c,Shop,2026-01-05T10:00:00Z,Late again."));
        List<String> args =
                new ArrayList<>(List.of(command.replace("FILE", file.toString()).split(" ", -1)));
        String nobody = "127.0.0.1:" + closedPort();
        args.addAll(List.of("--bootstrap-servers", nobody, "--registry", "http://" + nobody));
        long start = System.nanoTime();

        Run run = Run.of(args.toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("biggerbox up").contains(nobody);
        assertThat((System.nanoTime() - start) / 1_000_000_000L).isLessThan(20);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
