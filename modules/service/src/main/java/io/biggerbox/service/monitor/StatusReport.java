package io.biggerbox.service.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a process and its installation are, as of some seconds ago.
 *
 * @param at when this was found out
 * @param live false when an application has stopped for good: only a restart of the process helps
 * @param ready true when every application works and broker and registry answer
 * @param problems what keeps it from being ready, each with what to do
 * @param brokersAnswer whether they did when they were last asked
 * @param registryAnswers whether it did
 * @param version of the program
 * @param model version of the reader's model
 * @param taxonomy version of the taxonomy on its topic
 * @param applications by their ids
 * @param alertLatency how long alerts take that this process decides on
 * @param pain how much of it has a name
 * @param sources what is odd about those who write
 * @param deadLetters that are kept, by kind
 * @param openDeadLetters those about which nothing has been done
 * @param alerts by state and team
 */
public record StatusReport(
        Instant at,
        boolean live,
        boolean ready,
        List<String> problems,
        boolean brokersAnswer,
        boolean registryAnswers,
        String version,
        String model,
        String taxonomy,
        Map<String, ApplicationStatus> applications,
        AlertLatency.Summary alertLatency,
        Pain pain,
        Sources sources,
        List<Counted<DeadLetterKind>> deadLetters,
        long openDeadLetters,
        List<Counted<AlertPlace>> alerts) {

    public StatusReport {
        problems = List.copyOf(problems);
        applications = new TreeMap<>(applications);
        deadLetters = List.copyOf(deadLetters);
        alerts = List.copyOf(alerts);
    }

    /**
     * Painful sentences that this process has seen since its start.
     *
     * @param sentences all of them
     * @param unlabelled those that no theme claims
     */
    public record Pain(double sentences, double unlabelled) {}

    /**
     * What is odd about those who write.
     *
     * @param silentProducts products from which much longer nothing has come than usual
     * @param sharedCustomerIds customer ids that many people seem to share
     */
    public record Sources(double silentProducts, double sharedCustomerIds) {}

    /**
     * How many there are of a kind.
     *
     * @param of the kind
     * @param count at least 1
     * @param <T> type of the kinds
     */
    public record Counted<T>(T of, long count) {}

    /**
     * Where an alert stands.
     *
     * @param state its state
     * @param team whose it is
     */
    public record AlertPlace(String state, String team) {}

    /**
     * What a dead letter is counted under.
     *
     * @param topic where the record stood
     * @param application who gave it up
     * @param exception simple name of the exception's class
     */
    public record DeadLetterKind(String topic, String application, String exception) {}
}
