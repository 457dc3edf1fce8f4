package io.biggerbox.topologies.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class CommitPaceTest {

    private static final long NOW = 1_000_000;

    private final MockProcessorContext<String, String> context = new MockProcessorContext<>();
    private final CommitPace pace = CommitPace.of(context);

    private boolean asksForACommitAt(long wallClock) {
        context.resetCommit();
        context.scheduledPunctuators().get(0).getPunctuator().punctuate(wallClock);
        return context.committed();
    }

    @Test
    void whatIsProcessedAsItArrivesIsCommittedOnce() {
        pace.processed(NOW);
        assertThat(asksForACommitAt(NOW + 100)).isTrue();
        assertThat(asksForACommitAt(NOW + 200)).isFalse();
    }

    @Test
    void aBacklogWaitsForTheCommitInterval() {
        pace.processed(NOW);
        assertThat(asksForACommitAt(NOW + 3_001)).isFalse();
        pace.processed(NOW + 3_000);
        assertThat(asksForACommitAt(NOW + 3_100)).isTrue();
    }

    @Test
    void nothingIsCommittedBeforeTheFirstRecord() {
        assertThat(asksForACommitAt(NOW)).isFalse();
    }
}
