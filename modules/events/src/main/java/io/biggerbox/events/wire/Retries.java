package io.biggerbox.events.wire;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;

/**
 * Asks the registry again while it may still come back, with delays of 0.1 s doubling up to 5 s. No jitter: the delays of one
 * run are those of the next.
 */
final class Retries {
    private static final Duration FIRST_DELAY = Duration.ofMillis(100);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);
    /** Confluent's codes are the status and two digits more; a proxy's or another server's answer has none of them. */
    private static final int CODES_PER_STATUS = 100;

    private final String registry;
    private final Duration budget;
    private final RetryClock clock;

    Retries(String registry, Duration budget, RetryClock clock) {
        this.registry = registry;
        this.budget = budget;
        this.clock = clock;
    }

    /** One request to the registry. */
    interface Request<R> {
        R send() throws IOException, RestClientException;
    }

    /**
     * @param what the request in words, for the message
     * @throws RestClientException the registry's considered answer (about a subject, schema or id): repeating cannot change it
     * @throws RegistryUnavailableException if the budget is spent, or the registry does not let us in
     */
    <R> R call(String what, Request<R> request) throws RestClientException {
        long start = clock.nanoTime();
        Duration delay = FIRST_DELAY;
        for (int attempt = 1; ; attempt++) {
            Exception failure;
            try {
                return request.send();
            } catch (RestClientException e) {
                if (isAnswer(e)) {
                    throw e;
                }
                if (!isTransient(e.getStatus())) {
                    throw new RegistryUnavailableException(refusal(what, e), e);
                }
                failure = e;
            } catch (IOException e) {
                failure = e;
            }
            Duration spent = Duration.ofNanos(clock.nanoTime() - start);
            if (spent.plus(delay).compareTo(budget) > 0) {
                throw new RegistryUnavailableException(
                        "schema registry " + registry + " is unavailable: could not " + what + " in " + attempt
                                + " attempts and " + spent.toMillis() + " ms, last: " + failure,
                        failure);
            }
            pause(what, delay, failure);
            Duration doubled = delay.multipliedBy(2);
            delay = doubled.compareTo(LONGEST_DELAY) < 0 ? doubled : LONGEST_DELAY;
        }
    }

    private void pause(String what, Duration delay, Exception failure) {
        try {
            clock.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException(
                    "interrupted while waiting for schema registry " + registry + " to " + what, failure);
        }
    }

    private static boolean isAnswer(RestClientException e) {
        boolean conflict = e.getStatus() == 409;
        boolean coded = e.getErrorCode() / CODES_PER_STATUS == e.getStatus();
        return conflict || (coded && (e.getStatus() == 404 || e.getStatus() == 422));
    }

    private static boolean isTransient(int status) {
        return status >= 500 || status == 408 || status == 429;
    }

    private String refusal(String what, RestClientException e) {
        String hint =
                switch (e.getStatus()) {
                    case 401 -> "; check the registry credentials";
                    case 403 -> "; the registry user lacks the right to do this";
                    case 404 -> "; check the registry url and its path";
                    default -> "";
                };
        return "schema registry " + registry + " does not serve us: could not " + what + ", it answered "
                + e.getStatus() + " (" + e.getMessage() + ")" + hint;
    }
}
