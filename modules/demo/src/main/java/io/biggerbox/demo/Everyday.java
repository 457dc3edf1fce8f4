package io.biggerbox.demo;

import java.util.ArrayList;
import java.util.List;

/** What is said in an ordinary week: much praise, many questions, and a complaint here and there about anything. */
final class Everyday {
    /** Two complaints about the same theme of a product keep this distance in days: at most two in any week. */
    private static final double APART = 3.6;

    private final Calendar26 calendar;
    private final CustomerPool pool;
    private final Dice dice;
    private final double scale;

    Everyday(Calendar26 calendar, CustomerPool pool, Dice dice, double scale) {
        this.calendar = calendar;
        this.pool = pool;
        this.dice = dice;
        this.scale = scale;
    }

    List<Moment> happen() {
        List<Moment> all = new ArrayList<>();
        for (DemoProduct product : DemoProduct.values()) {
            ordinary(product, dice.fork("ordinary " + product.slug()), all);
            background(product, dice.fork("background " + product.slug()), all);
        }
        return all;
    }

    private void ordinary(DemoProduct product, Dice own, List<Moment> all) {
        for (int day = 0; day < Calendar26.DAYS; day++) {
            double shock = own.lognormal(1, 0.08);
            double mean =
                    scale * product.itemsPerWeek() / 7 * calendar.weekday(day) * Rates.volume(product, day) * shock;
            int count = own.poisson(mean);
            for (int i = 0; i < count; i++) {
                FeedbackKind kind = List.of(FeedbackKind.REVIEW, FeedbackKind.TICKET, FeedbackKind.SURVEY)
                        .get(own.weighted(0.53, 0.135, 0.335));
                Mood mood = mood(kind, own);
                all.add(new Moment(calendar.timeOn(day, own), product, pool.anyone(own), kind, mood, null, null, null));
            }
        }
    }

    private static Mood mood(FeedbackKind kind, Dice own) {
        int mood =
                switch (kind) {
                    case REVIEW -> own.weighted(0.76, 0.21, 0.03);
                    case TICKET -> own.weighted(0.10, 0.88, 0.02);
                    case SURVEY -> own.weighted(0.68, 0.27, 0.05);
                };
        return List.of(Mood.PRAISE, Mood.NEUTRAL, Mood.GRUMBLE).get(mood);
    }

    private void background(DemoProduct product, Dice own, List<Moment> all) {
        List<List<Double>> byTheme = new ArrayList<>();
        for (int i = 0; i < product.backgroundThemes().size(); i++) {
            double mean = own.between(4, 13);
            List<Double> days = new ArrayList<>();
            double day = own.exponential(APART + mean);
            while (day < Calendar26.DAYS) {
                days.add(day);
                day += APART + own.exponential(mean);
            }
            byTheme.add(days);
        }
        if (product == DemoProduct.PANTRY_CLUB) {
            keepShareOnMarketingDay(byTheme, own);
        }
        for (int i = 0; i < byTheme.size(); i++) {
            for (double day : byTheme.get(i)) {
                Long experienced = own.chance(0.3) ? calendar.at(day - own.between(0.3, 5)) : null;
                all.add(new Moment(
                        calendar.at(day),
                        product,
                        pool.anyone(own),
                        StoryTeller.kind(own),
                        Mood.COMPLAINT,
                        product.backgroundThemes().get(i),
                        null,
                        experienced));
            }
        }
    }

    /** Five times the feedback is five times the complaints, too, but about one thing and another. */
    private static void keepShareOnMarketingDay(List<List<Double>> byTheme, Dice own) {
        double perDay = 0;
        for (List<Double> days : byTheme) {
            perDay += days.size() / (double) Calendar26.DAYS;
        }
        long wanted = StrictMath.round(perDay * Rates.MARKETING_FACTOR);
        for (List<Double> days : byTheme) {
            double at = Rates.MARKETING_DAY + own.between(0.3, 0.95);
            if (days.stream().anyMatch(day -> (long) (double) day == Rates.MARKETING_DAY)) {
                wanted--;
            } else if (wanted > 0) {
                // Its neighbours make room, so that no week holds more than two.
                days.removeIf(day -> StrictMath.abs(day - at) < APART);
                days.add(at);
                wanted--;
            }
        }
    }
}
