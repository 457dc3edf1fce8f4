package io.biggerbox.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.biggerbox.cli.output.CommandFailedException;
import io.biggerbox.cli.output.StatusText;
import io.biggerbox.cli.stack.ApplicationPlan;
import io.biggerbox.service.monitor.StatusReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows how a running stack is. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Shows how a running stack is: applications, what they have yet to process, dead letters, alerts, versions.",
            "Exit code 0 when it is ready, 1 when it is not or does not answer."
        })
final class StatusCommand implements Callable<Integer> {

    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(10);
    private static final int OK = 200;

    @Option(
            names = "--url",
            defaultValue = "${env:BIGGERBOX_HEALTH:-http://127.0.0.1:" + ApplicationPlan.HEALTH_PORT + "}",
            description = "Where the stack tells its health. Default: ${DEFAULT-VALUE}")
    private URI url = URI.create("");

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // filled in by picocli
    StatusCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        String body = ask();
        StatusReport report =
                new ObjectMapper().registerModule(new JavaTimeModule()).readValue(body, StatusReport.class);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(body);
        } else {
            StatusText.lines(report).forEach(out::println);
        }
        out.flush();
        return report.ready() ? 0 : 1;
    }

    private String ask() throws InterruptedException {
        URI status = url.resolve("/status");
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(TIME_TO_ANSWER).build();
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(status).timeout(TIME_TO_ANSWER).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new CommandFailedException(status + " answers " + answer.statusCode()
                        + "; is it the health address of a Bigger Box stack? See --url");
            }
            return answer.body();
        } catch (IOException e) {
            throw new CommandFailedException(
                    "nothing answers at " + url + ". Start a stack with: biggerbox up, or name its address with --url");
        }
    }
}
