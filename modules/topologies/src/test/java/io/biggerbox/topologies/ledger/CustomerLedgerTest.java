package io.biggerbox.topologies.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.topologies.ledger.CustomerLedger.Change;
import io.biggerbox.topologies.ledger.CustomerLedger.Place;
import io.biggerbox.topologies.ledger.CustomerLedger.Result;
import io.biggerbox.topologies.ledger.CustomerLedger.Shift;
import io.biggerbox.topologies.state.ComplaintDay;
import io.biggerbox.topologies.state.CustomerSeries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CustomerLedgerTest {

    /** A Monday. */
    private static final int MONDAY = Days.mondayOf(20_500);

    /** One customer's ledger with the counts that its changes add up to. */
    private static final class Account {

        private @Nullable CustomerSeries series;
        private final Map<Integer, Integer> days = new TreeMap<>();
        private final Map<Integer, Integer> weeks = new TreeMap<>();
        private final Map<Integer, Integer> complainant = new TreeMap<>();

        Result apply(int day, int sign) {
            CustomerSeries before = series == null ? CustomerLedger.empty("gold", 100L) : series;
            Result result = CustomerLedger.apply(before, noon(day), sign);
            series = result.series();
            add(days, result.days());
            add(weeks, result.weeks());
            result.complainant()
                    .forEach(shift ->
                            add(complainant, List.of(new Change(shift.at().day(), shift.delta()))));
            return result;
        }

        private static void add(Map<Integer, Integer> counts, List<Change> changes) {
            changes.forEach(change -> counts.merge(
                    change.day(),
                    change.delta(),
                    (a, b) -> Integer.valueOf(a + b).equals(0) ? null : a + b));
        }
    }

    private static Place noon(int day) {
        return new Place(day, 12, day);
    }

    private static Map<Integer, Integer> onceEach(Iterable<Integer> days) {
        Map<Integer, Integer> counts = new TreeMap<>();
        days.forEach(day -> counts.put(day, 1));
        return counts;
    }

    private static Set<Integer> onceInSevenDays(Set<Integer> ascending) {
        TreeSet<Integer> counted = new TreeSet<>();
        for (int day : ascending) {
            if (counted.isEmpty() || day - counted.last() >= 7) {
                counted.add(day);
            }
        }
        return counted;
    }

    @Test
    void aComplaintCountsOnceADayAndOnceAWeek() {
        Account account = new Account();
        account.apply(MONDAY, 1);
        Result repeated = account.apply(MONDAY, 1);
        Result nextDay = account.apply(MONDAY + 1, 1);

        assertThat(repeated.days()).isEmpty();
        assertThat(repeated.weeks()).isEmpty();
        assertThat(nextDay.days()).containsExactly(new Change(MONDAY + 1, 1));
        assertThat(nextDay.weeks()).isEmpty();
        assertThat(nextDay.complainant()).isEmpty();
    }

    @Test
    void weeksBeginOnMonday() {
        Account account = new Account();
        account.apply(MONDAY - 1, 1);
        assertThat(account.apply(MONDAY, 1).weeks()).containsExactly(new Change(MONDAY, 1));
        assertThat(account.weeks).containsOnlyKeys(MONDAY - 7, MONDAY);
    }

    @Test
    void anEarlierDayMovesTheSevenDays() {
        Account account = new Account();
        account.apply(MONDAY, 1);
        Result earlier = account.apply(MONDAY - 3, 1);
        assertThat(earlier.complainant()).containsExactly(new Shift(noon(MONDAY), -1), new Shift(noon(MONDAY - 3), 1));
    }

    @Test
    void theLastComplaintOfADayLeavesNothingBehind() {
        Account account = new Account();
        account.apply(MONDAY, 1);
        account.apply(MONDAY, 1);
        assertThat(account.apply(MONDAY, -1).days()).isEmpty();
        assertThat(account.apply(MONDAY, -1).series()).isNull();
        assertThat(account.days).isEmpty();
        assertThat(account.weeks).isEmpty();
        assertThat(account.complainant).isEmpty();
    }

    @Test
    void whatWasNeverCountedCannotBeTakenBack() {
        CustomerSeries empty = CustomerLedger.empty(null, null);
        Result result = CustomerLedger.apply(empty, noon(MONDAY), -1);
        assertThat(result).isEqualTo(new Result(empty, List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void theStateBeforeIsNotChanged() {
        CustomerSeries before = CustomerLedger.empty("gold", 1L);
        before.getDays().add(new ComplaintDay(MONDAY, 1, 12, MONDAY));
        CustomerSeries copy = CustomerSeries.newBuilder(before).build();
        CustomerLedger.apply(before, noon(MONDAY), 1);
        CustomerLedger.apply(before, noon(MONDAY + 1), 1);
        assertThat(before).isEqualTo(copy);
    }

    @Test
    void aComplaintADayForAYearIsCountedDayByDayInBoundedState() {
        Account account = new Account();
        TreeSet<Integer> all = new TreeSet<>();
        for (int day = MONDAY; day < MONDAY + 365; day++) {
            account.apply(day, 1);
            all.add(day);
        }
        assertThat(Objects.requireNonNull(account.series).getDays()).hasSize(CustomerLedger.MOST_DAYS);
        assertThat(account.days).isEqualTo(onceEach(all));
        assertThat(account.weeks).hasSize(53).allSatisfy((week, count) -> assertThat(count)
                .isEqualTo(1));
        assertThat(account.complainant).isEqualTo(onceEach(onceInSevenDays(all)));
    }

    @Test
    void whatIsFrozenIsNotTakenBack() {
        Account account = new Account();
        for (int day = MONDAY; day <= MONDAY + CustomerLedger.MOST_DAYS; day++) {
            account.apply(day, 1);
        }
        Result result = account.apply(MONDAY, -1);
        assertThat(result.days()).isEmpty();
        assertThat(result.complainant()).isEmpty();
    }

    @Property(tries = 500)
    void theOrderOfComplaintsAndWithdrawalsDoesNotMatter(
            @ForAll @Size(max = 40) List<@IntRange(max = 45) Integer> kept,
            @ForAll @Size(max = 15) List<@IntRange(max = 45) Integer> withdrawn,
            @ForAll Random random) {
        List<int[]> steps = new ArrayList<>();
        kept.forEach(day -> steps.add(new int[] {MONDAY + day, 1}));
        withdrawn.forEach(day -> steps.add(new int[] {MONDAY + day, 1}));
        Collections.shuffle(steps, random);
        for (int day : withdrawn) {
            int after = 1 + lastAddOf(steps, MONDAY + day);
            steps.add(after + random.nextInt(steps.size() - after + 1), new int[] {MONDAY + day, -1});
        }

        Account account = new Account();
        steps.forEach(step -> account.apply(step[0], step[1]));

        TreeSet<Integer> days = new TreeSet<>();
        kept.forEach(day -> days.add(MONDAY + day));
        assertThat(account.days).isEqualTo(onceEach(days));
        assertThat(account.weeks)
                .isEqualTo(onceEach(days.stream().map(Days::mondayOf).toList()));
        assertThat(account.complainant).isEqualTo(onceEach(onceInSevenDays(days)));
    }

    private static int lastAddOf(List<int[]> steps, int day) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i)[0] == day && steps.get(i)[1] > 0) {
                return i;
            }
        }
        throw new IllegalStateException("no complaint on " + day);
    }
}
