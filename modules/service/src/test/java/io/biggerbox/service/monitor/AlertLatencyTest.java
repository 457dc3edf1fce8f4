package io.biggerbox.service.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AlertLatencyTest {

    private static final long ARRIVAL = 1_700_000_000_000L;

    private final AlertLatency latency = new AlertLatency();

    @Test
    void anAlertIsTimedOnceFromItsEventToItsTopic() {
        latency.completed("BB-1", 3, ARRIVAL);

        assertThat(latency.committed("BB-1", 2, ARRIVAL + 300))
                .as("another revision")
                .isNull();
        assertThat(latency.committed("BB-1", 3, ARRIVAL + 300)).isEqualTo(Duration.ofMillis(300));
        assertThat(latency.committed("BB-1", 3, ARRIVAL + 9_000))
                .as("read again")
                .isNull();
        assertThat(latency.summary().count()).isEqualTo(1);
    }

    @Test
    void whatAnAbortedTransactionDecidedIsTimedFromTheDecisionThatHolds() {
        latency.completed("BB-1", 1, ARRIVAL);
        latency.completed("BB-1", 1, ARRIVAL + 50);
        assertThat(latency.committed("BB-1", 1, ARRIVAL + 450)).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void aClockThatIsAheadMakesNoNegativeLatency() {
        latency.completed("BB-1", 1, ARRIVAL);
        assertThat(latency.committed("BB-1", 1, ARRIVAL - 20)).isEqualTo(Duration.ZERO);
    }

    @Test
    void theSummaryIsOfTheNewestThousand() {
        assertThat(latency.summary()).isEqualTo(new AlertLatency.Summary(0, 0, 0, 0));
        time(1_000, 60_000);
        for (int millis = 1; millis <= 1_000; millis++) {
            time(1, millis);
        }
        assertThat(latency.summary()).isEqualTo(new AlertLatency.Summary(2_000, 0.5, 0.99, 1.0));
    }

    private void time(int alerts, long millis) {
        for (int i = 0; i < alerts; i++) {
            latency.completed("BB-1", 1, ARRIVAL);
            assertThat(latency.committed("BB-1", 1, ARRIVAL + millis)).isNotNull();
        }
    }

    @Test
    void whatIsNeverReadIsForgotten() {
        for (int revision = 0; revision <= 10_000; revision++) {
            latency.completed("BB-1", revision, ARRIVAL);
        }
        assertThat(latency.committed("BB-1", 0, ARRIVAL)).isNull();
        assertThat(latency.committed("BB-1", 1, ARRIVAL)).isNotNull();
    }
}
