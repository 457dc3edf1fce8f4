package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ImpactTest {

    private static Cell complaint(String theme, Scenario box, long customer, double value, boolean known) {
        long hour = box.epochDay() * 24L + 9;
        return new Cell(
                theme,
                hour,
                box.epochDay(),
                1,
                1,
                1,
                -0.5,
                customer % 10 == 0 ? 1 : 0,
                0,
                0,
                known ? value : 0,
                known ? 1 : 0,
                Map.of(value > 500 ? "premium" : "free", 1),
                List.of(customer),
                List.of(),
                List.of());
    }

    /** Forty days of cheap complaints about everything, then a surge of a few expensive customers. */
    private static Evidence surge(boolean sameCustomers, boolean known) {
        Scenario box = new Scenario(15, 1);
        long customer = 0;
        for (int day = 0; day < 60; day++) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                cells.add(complaint("cheap", box, ++customer, 100, true));
            }
            box.cells(cells, 40);
        }
        for (int day = 0; day < 14; day++) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                long who = sameCustomers ? 1_000_000 + (day % 7) * 6 + i : 1_000_000 + ++customer;
                cells.add(complaint(Scenario.THEME, box, who, 1000, known));
            }
            box.cells(cells, 40);
        }
        return box.alerts.stream()
                .filter(alert -> alert.theme().equals(Scenario.THEME))
                .reduce((first, second) -> second)
                .orElseThrow()
                .evidence();
    }

    @Test
    void fewExpensiveCustomersWeighMoreThanTheyCount() {
        Evidence evidence = surge(false, true);
        assertThat(evidence.valued()).isEqualTo(evidence.customers());
        assertThat(evidence.unvalued()).isZero();
        assertThat(evidence.valueAtRisk()).isEqualTo(1000.0 * evidence.customers());
        assertThat(evidence.weighted()).isNotNull().isGreaterThan(3.0 * evidence.valued());
        assertThat(evidence.tiers()).containsEntry("premium", (int) evidence.customers());
    }

    @Test
    void unknownValuesAreCountedAsUnknown() {
        Evidence evidence = surge(false, false);
        assertThat(evidence.valued()).isZero();
        assertThat(evidence.unvalued()).isEqualTo(evidence.customers()).isPositive();
        assertThat(evidence.weighted()).isNull();
        assertThat(evidence.valueAtRisk()).isZero();
    }

    @Test
    void whoComplainsAgainIsWorthTheSameAsBefore() {
        Impact impact = new Impact(20_000);
        Scenario box = new Scenario(15, 1);
        for (int week = 0; week < 5; week++) {
            Tally tally = new Tally();
            for (long customer = 1; customer <= 12; customer++) {
                tally.add(complaint("t", box, customer, 1000, customer > 2));
            }
            impact.add(tally);
        }
        SeriesState series = new SeriesState(20_000);
        Evidence evidence = EvidenceWriter.evidence(null, series, impact.total(), 20_000, 500);
        assertThat(evidence.customers()).isEqualTo(12);
        assertThat(evidence.mentions()).isEqualTo(60);
        assertThat(evidence.valueAtRisk()).isCloseTo(10_000, Offset.offset(0.01));
        assertThat(evidence.valued()).isEqualTo(10);
        assertThat(evidence.unvalued()).isEqualTo(2);
        assertThat(evidence.weighted()).isEqualTo(20.0);
        assertThat(evidence.tiers()).containsEntry("premium", 12);
        assertThat(evidence.leavers()).isEqualTo(5);
    }
}
