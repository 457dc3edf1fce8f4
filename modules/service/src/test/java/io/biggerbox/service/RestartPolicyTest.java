package io.biggerbox.service;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {

    private final List<Duration> pauses = new ArrayList<>();
    private long now = 1_000;
    private final RestartPolicy policy = new RestartPolicy("test", () -> now, pauses::add);

    private void die() {
        assertThat(policy.handle(new IllegalStateException("registry"))).isEqualTo(REPLACE_THREAD);
    }

    @Test
    void thePauseDoublesUpToHalfAMinute() {
        for (int i = 0; i < 9; i++) {
            die();
        }
        assertThat(pauses)
                .extracting(Duration::toMillis)
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L, 30_000L);
        assertThat(policy.restarts()).isEqualTo(9);
    }

    @Test
    void aThreadThatLivedWellStartsThePausesAnew() {
        die();
        die();
        now += Duration.ofMinutes(5).toMillis();
        die();
        now += Duration.ofMinutes(5).toMillis() + 1;
        die();
        assertThat(pauses).extracting(Duration::toMillis).containsExactly(500L, 1_000L, 2_000L, 500L);
    }

    @Test
    void errorsOfTheMachineStopTheProcessAtOnce() {
        assertThat(policy.handle(new OutOfMemoryError())).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(policy.handle(new IllegalStateException(new NoClassDefFoundError("x"))))
                .isEqualTo(SHUTDOWN_CLIENT);
        assertThat(pauses).isEmpty();
        assertThat(policy.restarts()).isZero();
    }

    @Test
    void anInterruptedPauseIsOverAndTheThreadKnows() {
        RestartPolicy interrupted = new RestartPolicy("test", () -> now, duration -> {
            throw new InterruptedException();
        });
        assertThat(interrupted.handle(new IllegalStateException())).isEqualTo(REPLACE_THREAD);
        assertThat(Thread.interrupted()).isTrue();
    }
}
