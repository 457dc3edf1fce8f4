package io.biggerbox.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopologySettingsTest {

    private static TopologySettings of(
            Duration linger, Duration flush, Duration idle, Duration retention, Duration finalAfter) {
        return new TopologySettings(
                StoreKind.EPHEMERAL,
                linger,
                flush,
                idle,
                Duration.ofMinutes(1),
                retention,
                retention,
                finalAfter,
                1,
                Set.of());
    }

    @Test
    void changesOneThingAtATime() {
        TopologySettings settings = TopologySettings.DEFAULTS
                .withStores(StoreKind.EPHEMERAL)
                .withLinger(Duration.ofSeconds(3))
                .withMostAtOnce(7)
                .withTeams(Set.of("app"));
        assertThat(settings.stores()).isEqualTo(StoreKind.EPHEMERAL);
        assertThat(settings.linger()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.mostAtOnce()).isEqualTo(7);
        assertThat(settings.teams()).containsExactly("app");
        assertThat(settings.withStores(StoreKind.DURABLE)
                        .withLinger(TopologySettings.DEFAULTS.linger())
                        .withMostAtOnce(TopologySettings.DEFAULTS.mostAtOnce())
                        .withTeams(Set.of()))
                .isEqualTo(TopologySettings.DEFAULTS);
    }

    @Test
    void refusesWhatCannotWork() {
        Duration ok = Duration.ofSeconds(1);
        assertThat(of(Duration.ZERO, ok, ok, ok, ok).linger()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> of(ok.negated(), ok, ok, ok, ok));
        assertThatIllegalArgumentException().isThrownBy(() -> of(ok, Duration.ZERO, ok, ok, ok));
        assertThatIllegalArgumentException().isThrownBy(() -> of(ok, ok, ok.negated(), ok, ok));
        assertThatIllegalArgumentException().isThrownBy(() -> TopologySettings.DEFAULTS.withMostAtOnce(0));
    }

    @Test
    void missingPartitionsAreWaitedForAsLongAsSilentOnesOfHistory() {
        assertThat(TopologySettings.DEFAULTS.missingAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(TopologySettings.OFFLINE.missingAfter()).isEqualTo(Duration.ofSeconds(30));
        TopologySettings patient = new TopologySettings(
                StoreKind.DURABLE,
                Duration.ZERO,
                Duration.ofMillis(100),
                Duration.ofSeconds(4),
                Duration.ofMinutes(10),
                Duration.ofDays(1),
                Duration.ofDays(1),
                Duration.ofDays(1),
                1,
                Set.of());
        assertThat(patient.missingAfter()).isEqualTo(Duration.ofMinutes(2));
    }
}
