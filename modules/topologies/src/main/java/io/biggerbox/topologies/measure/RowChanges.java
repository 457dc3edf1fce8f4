package io.biggerbox.topologies.measure;

import io.biggerbox.events.Feedback;
import io.biggerbox.events.Grain;
import io.biggerbox.events.IntentKind;
import io.biggerbox.events.ReadingStatus;
import io.biggerbox.events.Replaced;
import io.biggerbox.events.ScoreKind;
import io.biggerbox.events.SentimentLabel;
import io.biggerbox.topologies.ledger.Contribution;
import io.biggerbox.topologies.ledger.Contributions;
import io.biggerbox.topologies.ledger.CustomerLedger.Change;
import io.biggerbox.topologies.ledger.CustomerSeriesStore;
import io.biggerbox.topologies.ledger.Days;
import io.biggerbox.topologies.ledger.Units;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds what one feedback changes to the sums of rows, by day and by week, counting the customer once in each. */
final class RowChanges {

    private static final int BEST_PASSIVE = 8;
    private static final int BEST_DETRACTOR = 6;
    private static final int NPS_STEPS = 10;
    private static final int STAR_STEPS = 4;

    private final CustomerSeriesStore customers;

    RowChanges(CustomerSeriesStore customers) {
        this.customers = customers;
    }

    /**
     * Adds what {@code feedback} changes.
     *
     * @param arrival when it arrived, in epoch milliseconds
     * @param rows the sum of a row, which may be new
     */
    void apply(Feedback feedback, long arrival, Function<RowKey, RowSum> rows) {
        // Taken apart before anything is added: a feedback that makes no sense must not count by half.
        View replaced = feedback.getReplaces() == null ? null : View.of(feedback.getReplaces());
        View added = feedback.getWithdrawalsLeft() == null ? View.of(feedback) : null;
        List<Contribution> contributions = Contributions.of(feedback);
        if (replaced != null) {
            experience(rows, -1, replaced);
        }
        if (added != null) {
            experience(rows, 1, added);
        }
        for (Contribution contribution : contributions) {
            theme(rows, contribution, arrival);
        }
    }

    private void theme(Function<RowKey, RowSum> rows, Contribution contribution, long arrival) {
        int day = contribution.day();
        int monday = Days.mondayOf(day);
        int sign = contribution.sign();
        RowSum daily = rows.apply(themeKey(contribution, Grain.DAY, day));
        RowSum weekly = rows.apply(themeKey(contribution, Grain.WEEK, monday));
        for (RowSum row : List.of(daily, weekly)) {
            row.add(column(contribution.polarity()), sign);
            row.add(ThemeColumn.SCORE_UNITS, sign * contribution.scoreUnits());
        }
        if (contribution.polarity() != SentimentLabel.NEGATIVE) {
            return;
        }
        for (RowSum row : List.of(daily, weekly)) {
            row.add(ThemeColumn.LEAVERS, contribution.leaving() ? sign : 0);
            row.add(ThemeColumn.EXCEPTIONS, contribution.exception() ? sign : 0);
            row.add(ThemeColumn.USER_ERRORS, contribution.userError() ? sign : 0);
        }
        CustomerSeriesStore.Counted counted = customers.count(contribution, arrival);
        for (Change change : counted.result().days()) {
            countCustomer(rows.apply(themeKey(contribution, Grain.DAY, change.day())), change.delta(), counted);
        }
        for (Change change : counted.result().weeks()) {
            countCustomer(rows.apply(themeKey(contribution, Grain.WEEK, change.day())), change.delta(), counted);
        }
    }

    private static void countCustomer(RowSum row, int delta, CustomerSeriesStore.Counted customer) {
        row.add(ThemeColumn.CUSTOMERS, delta);
        row.add(ThemeColumn.VALUE_UNITS, delta * Objects.requireNonNullElse(customer.valueUnits(), 0L));
    }

    private static ThemeColumn column(SentimentLabel polarity) {
        return switch (polarity) {
            case NEGATIVE -> ThemeColumn.NEGATIVE;
            case NEUTRAL -> ThemeColumn.NEUTRAL;
            case POSITIVE -> ThemeColumn.POSITIVE;
        };
    }

    private static RowKey themeKey(Contribution contribution, Grain grain, int firstDay) {
        return new RowKey(Table.THEME, contribution.product(), contribution.theme(), grain, firstDay);
    }

    /** What an experience row takes from a feedback, or from what it replaces. */
    private record View(
            String product,
            String channel,
            Instant at,
            ReadingStatus reading,
            SentimentLabel sentiment,
            double score,
            boolean leaving,
            @Nullable ScoreKind kind,
            @Nullable Double given,
            @Nullable Double min,
            @Nullable Double max) {

        static View of(Feedback feedback) {
            return new View(
                    feedback.getProduct(),
                    feedback.getChannel(),
                    feedback.getEventTime(),
                    feedback.getReading(),
                    feedback.getSentiment(),
                    feedback.getSentimentScore(),
                    feedback.getIntents().stream().anyMatch(intent -> intent.getKind() == IntentKind.LEAVING),
                    feedback.getScoreKind(),
                    feedback.getScore(),
                    feedback.getScoreMin(),
                    feedback.getScoreMax());
        }

        static View of(Replaced replaced) {
            return new View(
                    replaced.getProduct(),
                    replaced.getChannel(),
                    replaced.getEventTime(),
                    replaced.getReading(),
                    replaced.getSentiment(),
                    replaced.getSentimentScore(),
                    replaced.getLeaving(),
                    replaced.getScoreKind(),
                    replaced.getScore(),
                    replaced.getScoreMin(),
                    replaced.getScoreMax());
        }
    }

    private static void experience(Function<RowKey, RowSum> rows, int sign, View view) {
        int day = Days.of(view.at());
        experience(rows.apply(experienceKey(view, Grain.DAY, day)), sign, view);
        experience(rows.apply(experienceKey(view, Grain.WEEK, Days.mondayOf(day))), sign, view);
    }

    private static RowKey experienceKey(View view, Grain grain, int firstDay) {
        return new RowKey(Table.EXPERIENCE, view.product(), view.channel(), grain, firstDay);
    }

    private static void experience(RowSum row, int sign, View view) {
        row.add(ExperienceColumn.FEEDBACK, sign);
        if (view.reading() == ReadingStatus.READ) {
            row.add(
                    switch (view.sentiment()) {
                        case NEGATIVE -> ExperienceColumn.NEGATIVE;
                        case NEUTRAL -> ExperienceColumn.NEUTRAL;
                        case POSITIVE -> ExperienceColumn.POSITIVE;
                    },
                    sign);
            row.add(ExperienceColumn.SCORE_UNITS, sign * Units.score(view.score()));
        } else {
            row.add(ExperienceColumn.UNREAD, sign);
        }
        row.add(ExperienceColumn.LEAVERS, view.leaving() ? sign : 0);
        if (view.kind() != null && view.given() != null && view.min() != null && view.max() != null) {
            double share = (view.given() - view.min()) / (view.max() - view.min());
            score(row, sign, view.kind(), share);
        }
    }

    private static void score(RowSum row, int sign, ScoreKind kind, double share) {
        switch (kind) {
            case STARS -> {
                row.add(ExperienceColumn.STARS_COUNT, sign);
                row.add(ExperienceColumn.STARS_UNITS, sign * Units.score(1 + STAR_STEPS * share));
            }
            case NPS -> {
                long answer = Math.round(share * NPS_STEPS);
                row.add(
                        answer <= BEST_DETRACTOR
                                ? ExperienceColumn.DETRACTORS
                                : answer <= BEST_PASSIVE ? ExperienceColumn.PASSIVES : ExperienceColumn.PROMOTERS,
                        sign);
            }
            case CSAT -> {
                row.add(ExperienceColumn.CSAT_COUNT, sign);
                row.add(ExperienceColumn.CSAT_UNITS, sign * Units.score(share));
            }
            case CES -> {
                row.add(ExperienceColumn.CES_COUNT, sign);
                row.add(ExperienceColumn.CES_UNITS, sign * Units.score(share));
            }
            case SUPPORT_SATISFACTION -> {
                row.add(ExperienceColumn.SUPPORT_COUNT, sign);
                row.add(ExperienceColumn.SUPPORT_UNITS, sign * Units.score(share));
            }
            case OTHER -> {}
        }
    }
}
