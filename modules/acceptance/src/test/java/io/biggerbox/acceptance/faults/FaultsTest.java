package io.biggerbox.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run of the fault harness; long ones are run by hand (docs/operations.md). */
class FaultsTest {

    @Test
    void nothingIsLostAndNothingDoubled(@TempDir Path directory) throws Exception {
        FaultRun.Report report =
                new FaultRun(new FaultRun.Plan(6, 12_000, 42, 1, directory), System.out::println).run();
        System.out.println(ReportText.of(report));

        assertThat(report.troubles()).isEmpty();
        assertThat(report.found().examples()).isEmpty();
        assertThat(report.clean()).isTrue();
        assertThat(report.injected()).hasSize(6);
        assertThat(report.found().feedback()).isGreaterThan(11_000);
        assertThat(report.found().aggregates()).isGreaterThan(1_000);
        assertThat(report.found().foretold()).isPositive();
        assertThat(report.found().letters()).isEqualTo(report.found().pills()).isPositive();
    }
}
