package io.biggerbox.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.recurrence.DayDecision;
import io.biggerbox.recurrence.DayDecision.Outcome;
import io.biggerbox.recurrence.Reason;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncidentTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private static DayDecision day(int day, Outcome outcome, @Nullable Reason incident, int customers, int hour) {
        LocalDate date = FIRST.plusDays(day);
        return new DayDecision(
                "Shop",
                "box",
                date,
                date.atStartOfDay().plusHours(hour).toInstant(ZoneOffset.UTC),
                outcome,
                customers,
                1.0,
                1,
                1,
                1,
                incident != null,
                incident,
                incident == null ? null : FIRST.plusDays(2),
                null,
                List.of(),
                null,
                null,
                outcome.name());
    }

    private static DayDecision closed(int day, Outcome outcome, @Nullable Reason incident) {
        return day(day, outcome, incident, 1, 24);
    }

    @Test
    void anIncidentReachesFromItsOnsetToTheDayOnWhichItIsCalm() {
        List<Incident> incidents = Incident.of(List.of(
                closed(1, Outcome.NOTHING, null),
                closed(4, Outcome.RAISED, Reason.SURGE),
                closed(5, Outcome.GOES_ON, Reason.SURGE),
                closed(6, Outcome.CALMED, null),
                closed(7, Outcome.RESTS, null)));
        assertThat(incidents).containsExactly(new Incident(Reason.SURGE, FIRST.plusDays(2), FIRST.plusDays(6), false));
    }

    @Test
    void anIncidentThatIsNotCalmReachesToTheLastDay() {
        List<Incident> incidents = Incident.of(List.of(
                closed(3, Outcome.RAISED, Reason.CHRONIC),
                closed(4, Outcome.CALMED, null),
                closed(40, Outcome.RAISED, Reason.REGRESSION),
                closed(41, Outcome.GOES_ON, Reason.REGRESSION)));
        assertThat(incidents).hasSize(2);
        assertThat(incidents.get(1).open()).isTrue();
        assertThat(incidents.get(1).to()).isEqualTo(FIRST.plusDays(41));
        assertThat(Incident.of(List.of())).isEmpty();
    }

    @Test
    void aDayShowsItsRaiseAndTheCountOfItsEvening() {
        List<ExplainedDay> days = ExplainedDay.of(List.of(
                day(3, Outcome.RAISED, Reason.SURGE, 4, 15),
                day(3, Outcome.GOES_ON, Reason.SURGE, 7, 24),
                day(4, Outcome.GOES_ON, Reason.SURGE, 2, 24)));
        assertThat(days).hasSize(2);
        assertThat(days.get(0).customers()).isEqualTo(7);
        assertThat(days.get(0).shown().outcome()).isEqualTo(Outcome.RAISED);
        assertThat(days.get(1).shown()).isSameAs(days.get(1).last());
    }
}
