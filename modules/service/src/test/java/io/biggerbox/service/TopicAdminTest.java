package io.biggerbox.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;

class TopicAdminTest {

    private static <T> KafkaFuture<T> failed(RuntimeException problem) {
        KafkaFutureImpl<T> future = new KafkaFutureImpl<>();
        future.completeExceptionally(problem);
        return future;
    }

    @Test
    void aTopicThatWasJustCreatedMayNotBeKnownAtOnce() {
        AtomicInteger asked = new AtomicInteger();
        String answer = TopicAdmin.onceKnown(() -> asked.incrementAndGet() < 3
                ? failed(new UnknownTopicOrPartitionException())
                : KafkaFuture.completedFuture("here"));
        assertThat(answer).isEqualTo("here");
        assertThat(asked).hasValue(3);
    }

    @Test
    void anyOtherRefusalIsSaidAtOnce() {
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> TopicAdmin.<String>onceKnown(() -> {
                    asked.incrementAndGet();
                    return failed(new AuthorizationException("no"));
                }))
                .isInstanceOf(AuthorizationException.class);
        assertThat(asked).hasValue(1);
    }
}
