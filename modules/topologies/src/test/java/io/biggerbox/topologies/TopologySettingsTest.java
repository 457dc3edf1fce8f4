package io.biggerbox.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TopologySettingsTest {

    private static TopologySettings with(Consumer<TopologySettings.Changes> change) {
        return TopologySettings.DEFAULTS.with(change);
    }

    @Test
    void changesWhatItIsToldToAndNothingElse() {
        assertThat(with(change -> {})).isEqualTo(TopologySettings.DEFAULTS);
        assertThat(with(change -> change.stores(StoreKind.EPHEMERAL)
                        .linger(Duration.ofSeconds(1))
                        .flushInterval(Duration.ofSeconds(2))
                        .idleAfter(Duration.ofSeconds(3))
                        .quietAfter(Duration.ofSeconds(4))
                        .revisionRetention(Duration.ofSeconds(5))
                        .rowRetention(Duration.ofSeconds(6))
                        .finalAfter(Duration.ofSeconds(7))
                        .mostAtOnce(8)
                        .teams(Set.of("app"))))
                .isEqualTo(new TopologySettings(
                        StoreKind.EPHEMERAL,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(6),
                        Duration.ofSeconds(7),
                        8,
                        Set.of("app")));
    }

    @Test
    void refusesWhatCannotWork() {
        Duration negative = Duration.ofSeconds(-1);
        assertThat(with(change -> change.linger(Duration.ZERO)).linger()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> with(change -> change.linger(negative)));
        assertThatIllegalArgumentException().isThrownBy(() -> with(change -> change.flushInterval(Duration.ZERO)));
        assertThatIllegalArgumentException().isThrownBy(() -> with(change -> change.idleAfter(negative)));
        assertThatIllegalArgumentException().isThrownBy(() -> with(change -> change.mostAtOnce(0)));
    }

    @Test
    void missingPartitionsAreWaitedForAsLongAsSilentOnesOfHistory() {
        assertThat(TopologySettings.DEFAULTS.missingAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(TopologySettings.OFFLINE.missingAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(with(change -> change.idleAfter(Duration.ofSeconds(4))).missingAfter())
                .isEqualTo(Duration.ofMinutes(2));
    }
}
