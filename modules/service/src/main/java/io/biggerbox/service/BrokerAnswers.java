package io.biggerbox.service;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** Waits for what brokers say to an admin client. */
final class BrokerAnswers {

    private static final long SECONDS = 30;

    private BrokerAnswers() {}

    /**
     * The answer.
     *
     * @throws RuntimeException the broker's own refusal
     * @throws KafkaException if there is none
     */
    static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new KafkaException("the brokers refused", e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException(
                    "the brokers did not answer within " + SECONDS + " s: are they running, and is the address right?",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while waiting for the brokers", e);
        }
    }
}
