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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns one feedback into changes of rows, by day and by week, counting the customer once in each. */
final class RowChanges {

    private static final int BEST_PASSIVE = 8;
    private static final int BEST_DETRACTOR = 6;
    private static final int NPS_STEPS = 10;
    private static final int STAR_STEPS = 4;

    private final CustomerSeriesStore customers;

    RowChanges(CustomerSeriesStore customers) {
        this.customers = customers;
    }

    /** The changes of {@code feedback}, one per row, in a stable order. */
    Collection<RowChange> of(Feedback feedback, long arrival) {
        Map<RowKey, RowChange> rows = new LinkedHashMap<>();
        Replaced replaced = feedback.getReplaces();
        if (replaced != null) {
            experience(rows, -1, View.of(replaced));
        }
        if (feedback.getWithdrawalsLeft() == null) {
            experience(rows, 1, View.of(feedback));
        }
        for (Contribution contribution : Contributions.of(feedback)) {
            theme(rows, contribution, arrival);
        }
        return rows.values();
    }

    private void theme(Map<RowKey, RowChange> rows, Contribution contribution, long arrival) {
        int day = contribution.day();
        int monday = Days.mondayOf(day);
        int sign = contribution.sign();
        RowChange daily = row(rows, themeKey(contribution, Grain.DAY, day));
        RowChange weekly = row(rows, themeKey(contribution, Grain.WEEK, monday));
        for (RowChange change : new RowChange[] {daily, weekly}) {
            change.add(column(contribution.polarity()), sign);
            change.add(ThemeColumn.SCORE_UNITS, sign * contribution.scoreUnits());
        }
        if (contribution.polarity() != SentimentLabel.NEGATIVE) {
            return;
        }
        for (RowChange change : new RowChange[] {daily, weekly}) {
            change.add(ThemeColumn.LEAVERS, contribution.leaving() ? sign : 0);
            change.add(ThemeColumn.EXCEPTIONS, contribution.exception() ? sign : 0);
            change.add(ThemeColumn.USER_ERRORS, contribution.userError() ? sign : 0);
        }
        CustomerSeriesStore.Counted counted = customers.count(contribution, arrival);
        for (Change change : counted.result().days()) {
            countCustomer(row(rows, themeKey(contribution, Grain.DAY, change.day())), change.delta(), counted);
        }
        for (Change change : counted.result().weeks()) {
            countCustomer(row(rows, themeKey(contribution, Grain.WEEK, change.day())), change.delta(), counted);
        }
    }

    private static void countCustomer(RowChange row, int delta, CustomerSeriesStore.Counted customer) {
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

    private static RowChange row(Map<RowKey, RowChange> rows, RowKey key) {
        return rows.computeIfAbsent(key, RowChange::new);
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

    private static void experience(Map<RowKey, RowChange> rows, int sign, View view) {
        int day = Days.of(view.at());
        experience(row(rows, new RowKey(Table.EXPERIENCE, view.product(), view.channel(), Grain.DAY, day)), sign, view);
        experience(
                row(rows, new RowKey(Table.EXPERIENCE, view.product(), view.channel(), Grain.WEEK, Days.mondayOf(day))),
                sign,
                view);
    }

    private static void experience(RowChange row, int sign, View view) {
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

    private static void score(RowChange row, int sign, ScoreKind kind, double share) {
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
