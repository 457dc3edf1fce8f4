package io.biggerbox.topologies.ledger;

import io.biggerbox.topologies.state.ComplaintDay;
import io.biggerbox.topologies.state.CustomerSeries;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts one customer once: per day, per calendar week, and once in seven days for the detection of
 * surges. Complaints may come late, be repeated by the customer, and be taken back; what has been
 * counted is corrected accordingly, so the counts do not depend on the order of arrival.
 *
 * <p><strong>Once in seven days</strong> is decided greedily from the earliest day: a day counts when no
 * counted day lies in the six days before it. Adding an earlier day can therefore move later ones; the
 * change says so.
 *
 * <p><strong>Bounded</strong>: at most {@value #MOST_DAYS} days are remembered for a customer and theme;
 * the oldest are then frozen as counted.
 */
public final class CustomerLedger {

    /** Eight weeks of a complaint a day. */
    static final int MOST_DAYS = 56;

    private static final int NO_ANCHOR = Integer.MIN_VALUE;

    private CustomerLedger() {}

    /**
     * When a complaint was made, and of when it tells.
     *
     * @param day day on which it was made
     * @param hour hour of that day, 0 to 23
     * @param experienceDay day on which the customer met the problem
     */
    public record Place(int day, int hour, int experienceDay) {

        private static Place of(ComplaintDay day) {
            return new Place(day.getDay(), day.getHour(), day.getExperienceDay());
        }

        /** The earlier one: where the customer counts must not depend on which of two complaints arrived first. */
        private Place earlier(Place other) {
            boolean first = hour < other.hour || (hour == other.hour && experienceDay <= other.experienceDay);
            return first ? this : other;
        }
    }

    /**
     * A change of one customer's place in the counts.
     *
     * @param day day, or Monday of the week
     * @param delta +1 or −1
     */
    public record Change(int day, int delta) {}

    /**
     * A change of one customer's place in counts that know the hour as well.
     *
     * @param at where
     * @param delta +1 or −1
     */
    public record Shift(Place at, int delta) {}

    /**
     * What one complaint, or its withdrawal, changed.
     *
     * @param series the new state; null when nothing is left
     * @param days days on which the customer counts anew or no longer
     * @param weeks Mondays of weeks in which the customer counts anew or no longer
     * @param ofDay the days by the hour; a customer who turns out to have complained earlier on a day moves
     * @param complainant from when the customer counts as a complainant for seven days, anew or no longer
     */
    public record Result(
            @Nullable CustomerSeries series,
            List<Change> days,
            List<Change> weeks,
            List<Shift> ofDay,
            List<Shift> complainant) {}

    /** The state of a customer of whom nothing is known yet. */
    public static CustomerSeries empty(@Nullable String tier, @Nullable Long valueUnits) {
        return CustomerSeries.newBuilder()
                .setTier(tier)
                .setValueUnits(valueUnits)
                .setLastSeen(0)
                .setAnchorDay(NO_ANCHOR)
                .setDays(new ArrayList<>())
                .build();
    }

    /**
     * Adds a complaint, or takes one back.
     *
     * @param before state before; is not changed
     * @param place when it was made; a customer counts at the earliest of a day, also after that was taken back
     * @param sign +1 or −1; taking back what is no longer remembered changes nothing
     */
    public static Result apply(CustomerSeries before, Place place, int sign) {
        int day = place.day();
        List<ComplaintDay> days = new ArrayList<>(before.getDays());
        int index = indexOf(days, day);
        int count = index >= 0 ? days.get(index).getCount() : 0;
        int after = count + sign;
        if (after < 0
                || (index < 0 && days.size() == MOST_DAYS && day < days.get(0).getDay())) {
            return new Result(before, List.of(), List.of(), List.of(), List.of());
        }
        Place known = index >= 0 ? Place.of(days.get(index)) : place;
        Place now = sign > 0 ? known.earlier(place) : known;
        if (index >= 0 && after == 0) {
            days.remove(index);
        } else if (index >= 0) {
            days.set(index, new ComplaintDay(day, after, now.hour(), now.experienceDay()));
        } else {
            days.add(-index - 1, new ComplaintDay(day, after, now.hour(), now.experienceDay()));
        }
        List<Change> dayChanges = List.of();
        List<Change> weekChanges = List.of();
        List<Shift> ofDay = List.of();
        if ((count == 0) != (after == 0)) {
            dayChanges = List.of(new Change(day, sign));
            ofDay = List.of(new Shift(now, sign));
            int monday = Days.mondayOf(day);
            if (!hasOtherDayInWeek(days, monday, day)) {
                weekChanges = List.of(new Change(monday, sign));
            }
        } else if (!now.equals(known)) {
            ofDay = List.of(new Shift(known, -1), new Shift(now, 1));
        }
        int anchor = before.getAnchorDay();
        List<Shift> complainant = difference(counted(anchor, before.getDays()), counted(anchor, days));
        while (days.size() > MOST_DAYS) {
            ComplaintDay dropped = days.remove(0);
            if (anchor == NO_ANCHOR || dropped.getDay() - anchor >= Days.WEEK) {
                anchor = dropped.getDay();
            }
        }
        CustomerSeries series = days.isEmpty()
                ? null
                : new CustomerSeries(before.getTier(), before.getValueUnits(), before.getLastSeen(), anchor, days);
        return new Result(series, dayChanges, weekChanges, ofDay, complainant);
    }

    private static int indexOf(List<ComplaintDay> days, int day) {
        int low = 0;
        int high = days.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = days.get(middle).getDay();
            if (found < day) {
                low = middle + 1;
            } else if (found > day) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -low - 1;
    }

    private static boolean hasOtherDayInWeek(List<ComplaintDay> days, int monday, int day) {
        for (ComplaintDay other : days) {
            if (other.getDay() != day && Days.mondayOf(other.getDay()) == monday) {
                return true;
            }
        }
        return false;
    }

    /** Eight at most. */
    private static List<Place> counted(int anchor, List<ComplaintDay> days) {
        List<Place> counted = new ArrayList<>();
        int last = anchor;
        for (ComplaintDay day : days) {
            if (last == NO_ANCHOR || day.getDay() - last >= Days.WEEK) {
                counted.add(Place.of(day));
                last = day.getDay();
            }
        }
        return counted;
    }

    private static List<Shift> difference(List<Place> before, List<Place> after) {
        List<Shift> changes = new ArrayList<>();
        for (Place place : before) {
            if (!after.contains(place)) {
                changes.add(new Shift(place, -1));
            }
        }
        for (Place place : after) {
            if (!before.contains(place)) {
                changes.add(new Shift(place, 1));
            }
        }
        return changes;
    }
}
