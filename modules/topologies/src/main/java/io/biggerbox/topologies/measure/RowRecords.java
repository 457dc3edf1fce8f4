package io.biggerbox.topologies.measure;

import io.biggerbox.events.ExperienceStats;
import io.biggerbox.events.ThemeStats;
import io.biggerbox.topologies.ledger.Days;
import io.biggerbox.topologies.ledger.Units;
import io.biggerbox.topologies.state.StatsRow;
import java.time.Instant;

/** Rows as public records. */
final class RowRecords {

    private RowRecords() {}

    /** Last instant of the row's window, exclusive. */
    static Instant end(RowKey key) {
        return Days.start(key.endDay());
    }

    static ThemeStats theme(RowKey key, StatsRow row) {
        return ThemeStats.newBuilder()
                .setProduct(key.product())
                .setTheme(key.part())
                .setGrain(key.grain())
                .setWindowStart(key.start())
                .setWindowEnd(end(key))
                .setNegativeMentions(count(row, ThemeColumn.NEGATIVE))
                .setNeutralMentions(count(row, ThemeColumn.NEUTRAL))
                .setPositiveMentions(count(row, ThemeColumn.POSITIVE))
                .setComplainingCustomers(count(row, ThemeColumn.CUSTOMERS))
                .setSentimentSum(Units.toScore(count(row, ThemeColumn.SCORE_UNITS)))
                .setLeavers(count(row, ThemeColumn.LEAVERS))
                .setExceptions(count(row, ThemeColumn.EXCEPTIONS))
                .setUserErrors(count(row, ThemeColumn.USER_ERRORS))
                .setValueAtRisk(Units.toValue(count(row, ThemeColumn.VALUE_UNITS)))
                .setRevision(row.getRevision())
                .setUpdatedAt(Instant.ofEpochMilli(row.getUpdatedAt()))
                .setIsFinal(row.getIsFinal())
                .setTaxonomyVersion(row.getTaxonomyVersion())
                .setModelVersion(row.getModelVersion())
                .build();
    }

    static ExperienceStats experience(RowKey key, StatsRow row) {
        return ExperienceStats.newBuilder()
                .setProduct(key.product())
                .setChannel(key.part())
                .setGrain(key.grain())
                .setWindowStart(key.start())
                .setWindowEnd(end(key))
                .setFeedback(count(row, ExperienceColumn.FEEDBACK))
                .setNegativeTexts(count(row, ExperienceColumn.NEGATIVE))
                .setNeutralTexts(count(row, ExperienceColumn.NEUTRAL))
                .setPositiveTexts(count(row, ExperienceColumn.POSITIVE))
                .setUnreadTexts(count(row, ExperienceColumn.UNREAD))
                .setSentimentSum(Units.toScore(count(row, ExperienceColumn.SCORE_UNITS)))
                .setLeavers(count(row, ExperienceColumn.LEAVERS))
                .setStarsCount(count(row, ExperienceColumn.STARS_COUNT))
                .setStarsSum(Units.toScore(count(row, ExperienceColumn.STARS_UNITS)))
                .setNpsPromoters(count(row, ExperienceColumn.PROMOTERS))
                .setNpsPassives(count(row, ExperienceColumn.PASSIVES))
                .setNpsDetractors(count(row, ExperienceColumn.DETRACTORS))
                .setCsatCount(count(row, ExperienceColumn.CSAT_COUNT))
                .setCsatSum(Units.toScore(count(row, ExperienceColumn.CSAT_UNITS)))
                .setCesCount(count(row, ExperienceColumn.CES_COUNT))
                .setCesSum(Units.toScore(count(row, ExperienceColumn.CES_UNITS)))
                .setSupportCount(count(row, ExperienceColumn.SUPPORT_COUNT))
                .setSupportSum(Units.toScore(count(row, ExperienceColumn.SUPPORT_UNITS)))
                .setRevision(row.getRevision())
                .setUpdatedAt(Instant.ofEpochMilli(row.getUpdatedAt()))
                .setIsFinal(row.getIsFinal())
                .setTaxonomyVersion(row.getTaxonomyVersion())
                .setModelVersion(row.getModelVersion())
                .build();
    }

    /** Rows written before a column was added hold nothing in it. */
    private static long count(StatsRow row, Column column) {
        return column.position() < row.getCounts().size() ? row.getCounts().get(column.position()) : 0;
    }
}
