package io.biggerbox.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Plants the complaints of the stories. Their number does not depend on the scale: the lessons stay the same. */
final class StoryTeller {
    /** Somebody who complained this many complaints ago may complain again: well over a week. */
    private static final int NOT_AGAIN_WITHIN = 45;

    private final Calendar26 calendar;
    private final CustomerPool pool;
    private final Dice dice;

    StoryTeller(Calendar26 calendar, CustomerPool pool, Dice dice) {
        this.calendar = calendar;
        this.pool = pool;
        this.dice = dice;
    }

    List<Moment> tell() {
        List<Moment> all = new ArrayList<>();
        all.addAll(complaints(
                DemoPlan.BOX, DemoProduct.PARCEL_BOX, DemoThemes.PACKAGING_TOO_SMALL, everyWeek(dice.fork("box"))));
        all.addAll(complaints(
                DemoPlan.LOGIN, DemoProduct.MOBILE_APP, DemoThemes.LOGIN, days(Rates::login, dice.fork("login"))));
        all.addAll(complaints(
                DemoPlan.REFUND, DemoProduct.ONLINE_SHOP, DemoThemes.REFUND, days(Rates::refund, dice.fork("refund"))));
        all.addAll(complaints(
                DemoPlan.DELIVERY,
                DemoProduct.HOME_DELIVERY,
                DemoThemes.DELIVERY_LATE,
                days(Rates::delivery, dice.fork("delivery"))));
        all.addAll(angry(dice.fork(DemoPlan.ANGRY)));
        return all;
    }

    /** Seven to ten times a week, spread over its days, so that no day stands out. */
    private static List<Double> everyWeek(Dice dice) {
        List<Double> days = new ArrayList<>();
        for (int week = 0; week < Calendar26.WEEKS; week++) {
            int count = 7 + dice.below(4);
            for (int i = 0; i < count; i++) {
                days.add(7 * (week + (i + dice.uniform()) / count));
            }
        }
        return days;
    }

    /** As many as the rate says, give or take one: a story must not depend on luck. */
    private static List<Double> days(DoubleUnaryOperator rate, Dice dice) {
        List<Double> days = new ArrayList<>();
        double step = 0.125;
        double total = 0;
        double next = dice.uniform();
        for (double day = 0; day < Calendar26.DAYS; day += step) {
            total += step * rate.applyAsDouble(day);
            while (total >= next) {
                days.add(day + step * dice.uniform());
                next = days.size() + dice.uniform();
            }
        }
        return days;
    }

    private List<Moment> complaints(String story, DemoProduct product, String theme, List<Double> days) {
        Dice own = dice.fork(story);
        List<Customer> shuffled = pool.shuffled(own);
        List<Customer> seen = new ArrayList<>();
        List<Moment> moments = new ArrayList<>();
        for (double day : days) {
            boolean again = seen.size() > NOT_AGAIN_WITHIN && own.chance(0.12);
            Customer customer = again
                    ? seen.get(own.below(seen.size() - NOT_AGAIN_WITHIN))
                    : shuffled.get(moments.size() % shuffled.size());
            seen.add(customer);
            long at = calendar.at(day);
            moments.add(new Moment(
                    at, product, customer, kind(own), Mood.COMPLAINT, theme, story, experience(story, day, own)));
        }
        return moments;
    }

    private @Nullable Long experience(String story, double day, Dice own) {
        double before = own.between(0.3, 4);
        if (story.equals(DemoPlan.REFUND)) {
            boolean tail = day >= Rates.REFUND_FIX_DAY && day < Rates.REFUND_FIX_DAY + 5;
            if (tail) {
                return calendar.at(Rates.REFUND_FIX_DAY - before);
            }
        }
        return own.chance(0.6) ? calendar.at(day - before) : null;
    }

    private List<Moment> angry(Dice own) {
        Customer customer = pool.onTier("standard", own);
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < Rates.ANGRY_POSTS; i++) {
            double day = Rates.ANGRY_DAY + 2 * (i + own.uniform()) / Rates.ANGRY_POSTS;
            moments.add(new Moment(
                    calendar.at(day),
                    DemoProduct.EMBER_KETTLE,
                    customer,
                    kind(own),
                    Mood.COMPLAINT,
                    DemoThemes.QUALITY_BROKE_EARLY,
                    DemoPlan.ANGRY,
                    null));
        }
        return moments;
    }

    /** Who is unhappy writes to support more often than others do. */
    static FeedbackKind kind(Dice dice) {
        return List.of(FeedbackKind.REVIEW, FeedbackKind.TICKET, FeedbackKind.SURVEY)
                .get(dice.weighted(0.40, 0.38, 0.22));
    }
}
