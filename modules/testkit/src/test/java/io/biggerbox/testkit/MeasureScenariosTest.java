package io.biggerbox.testkit;

import static io.biggerbox.testkit.Events.MONDAY;
import static io.biggerbox.testkit.Events.nps;
import static io.biggerbox.testkit.Events.review;
import static io.biggerbox.testkit.Events.ticket;
import static io.biggerbox.testkit.Fixtures.BOX;
import static io.biggerbox.testkit.Fixtures.BOX_COMPLAINT;
import static io.biggerbox.testkit.Fixtures.BOX_PRAISE;
import static io.biggerbox.testkit.Fixtures.LOGIN_COMPLAINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.ExperienceStats;
import io.biggerbox.events.Grain;
import io.biggerbox.events.Resolution;
import io.biggerbox.events.ThemeStats;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeasureScenariosTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String DAY_KEY = "Box|packaging.box-too-small|DAY|2026-03-02T00:00:00Z";
    private static final String WEEK_KEY = "Box|packaging.box-too-small|WEEK|2026-03-02T00:00:00Z";

    private final TestStack stack = TestStack.ephemeral();

    @AfterEach
    void close() {
        assertThat(stack.deadLetters()).isEmpty();
        stack.close();
    }

    private ThemeStats row(String key) {
        return Objects.requireNonNull(stack.themeStats().get(key), key);
    }

    private ExperienceStats experience(String key) {
        return Objects.requireNonNull(stack.experienceStats().get(key), key);
    }

    private List<ThemeStats> history(String key) {
        return stack.records(stack.topics().themeStats()).stream()
                .filter(record -> record.key().equals(key))
                .map(TestRecord::value)
                .toList();
    }

    @Test
    void complaintsAreCountedByDayAndByWeek() {
        stack.send(review("r1", "c1", MONDAY).build());
        stack.send(review("r2", "c2", MONDAY.plus(DAY)).build());

        assertThat(stack.themeStats())
                .containsOnlyKeys(DAY_KEY, WEEK_KEY, "Box|packaging.box-too-small|DAY|2026-03-03T00:00:00Z");
        ThemeStats day = row(DAY_KEY);
        assertThat(day.getProduct()).isEqualTo("Box");
        assertThat(day.getTheme()).isEqualTo(BOX);
        assertThat(day.getGrain()).isEqualTo(Grain.DAY);
        assertThat(day.getWindowStart()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(day.getWindowEnd()).isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
        assertThat(day.getNegativeMentions()).isEqualTo(1);
        assertThat(day.getTaxonomyVersion()).isEqualTo("test-1");
        assertThat(day.getUpdatedAt()).isEqualTo(MONDAY);
        ThemeStats week = row(WEEK_KEY);
        assertThat(week.getWindowEnd()).isEqualTo(Instant.parse("2026-03-09T00:00:00Z"));
        assertThat(week.getNegativeMentions()).isEqualTo(2);
        assertThat(week.getComplainingCustomers()).isEqualTo(2);
        assertThat(week.getSentimentSum()).isNegative();
    }

    @Test
    void oneAngryCustomerIsOneCustomer() {
        for (int i = 0; i < 40; i++) {
            stack.send(review("r" + i, "c1", MONDAY.plusSeconds(i)).build());
        }
        stack.send(review("other", "c2", MONDAY.plusSeconds(60)).build());
        assertThat(row(DAY_KEY).getNegativeMentions()).isEqualTo(41);
        assertThat(row(DAY_KEY).getComplainingCustomers()).isEqualTo(2);
        assertThat(row(WEEK_KEY).getComplainingCustomers()).isEqualTo(2);
    }

    @Test
    void valueAtRiskCountsEachCustomerOnce() {
        stack.send(review("r1", "c1", MONDAY).setCustomerValuePerYear(100.25).build());
        stack.send(review("r2", "c1", MONDAY.plus(DAY))
                .setCustomerValuePerYear(100.25)
                .build());
        stack.send(review("r3", "c2", MONDAY).setCustomerValuePerYear(10.0).build());
        assertThat(row(WEEK_KEY).getValueAtRisk()).isEqualTo(110.25);
    }

    @Test
    void aRepeatedDeliveryChangesNothing() {
        stack.send(review("r1", "c1", MONDAY).build());
        int written = stack.records(stack.topics().themeStats()).size();
        stack.send(review("r1", "c1", MONDAY).build(), MONDAY.plusSeconds(60));
        assertThat(stack.records(stack.topics().themeStats())).hasSize(written);
    }

    @Test
    void anEditThatTakesTheComplaintBackReturnsExactlyToTheCountsBefore() {
        stack.send(review("r1", "c1", MONDAY).setCustomerValuePerYear(50.0).build());
        ThemeStats before = row(DAY_KEY);
        stack.send(review("r2", "c2", MONDAY)
                .setCustomerValuePerYear(99.0)
                .setText(BOX_COMPLAINT + " I will cancel my subscription.")
                .build());
        assertThat(row(DAY_KEY).getComplainingCustomers()).isEqualTo(2);
        stack.send(review("r2", "c2", MONDAY)
                .setRevision(1)
                .setCustomerValuePerYear(99.0)
                .setText("Fine now.")
                .build());

        assertThat(ThemeStats.newBuilder(row(DAY_KEY))
                        .setRevision(before.getRevision())
                        .build())
                .isEqualTo(before);
        assertThat(row(WEEK_KEY).getComplainingCustomers()).isEqualTo(1);
        assertThat(row(WEEK_KEY).getSentimentSum()).isEqualTo(before.getSentimentSum());
    }

    @Test
    void anEditMovesTheComplaintToTheDayOnWhichItWasSaid() {
        stack.send(review("r1", "c1", MONDAY).build());
        stack.send(review("r1", "c1", MONDAY)
                .setRevision(1)
                .setEditedAt(MONDAY.plus(DAY))
                .build());
        assertThat(row(DAY_KEY).getNegativeMentions()).isZero();
        assertThat(row(DAY_KEY).getComplainingCustomers()).isZero();
        assertThat(row("Box|packaging.box-too-small|DAY|2026-03-03T00:00:00Z").getComplainingCustomers())
                .isEqualTo(1);
        assertThat(row(WEEK_KEY).getComplainingCustomers()).isEqualTo(1);
        assertThat(row(WEEK_KEY).getNegativeMentions()).isEqualTo(1);
    }

    @Test
    void anEditMayMoveToAnotherProductAndChannel() {
        stack.send(review("r1", "c1", MONDAY).setChannel("web").build());
        stack.send(review("r1", "c1", MONDAY)
                .setRevision(1)
                .setProduct("Crate")
                .setChannel("app")
                .build());
        assertThat(row(DAY_KEY).getNegativeMentions()).isZero();
        assertThat(row("Crate|packaging.box-too-small|DAY|2026-03-02T00:00:00Z").getNegativeMentions())
                .isEqualTo(1);
        assertThat(experience("Box|web|DAY|2026-03-02T00:00:00Z").getFeedback()).isZero();
        assertThat(experience("Crate|app|DAY|2026-03-02T00:00:00Z").getFeedback())
                .isEqualTo(1);
    }

    @Test
    void praiseNeverLowersPain() {
        stack.send(review("r1", "c1", MONDAY).build());
        ThemeStats before = row(DAY_KEY);
        for (int i = 0; i < 9; i++) {
            stack.send(review("p" + i, "p" + i, MONDAY).setText(BOX_PRAISE).build());
        }
        assertThat(row(DAY_KEY).getPositiveMentions()).isEqualTo(9);
        assertThat(row(DAY_KEY).getNegativeMentions()).isEqualTo(before.getNegativeMentions());
        assertThat(row(DAY_KEY).getComplainingCustomers()).isEqualTo(1);
    }

    @Test
    void aTicketClosedAsUserErrorIsPainLikeAnyOther() {
        stack.send(
                ticket("t1", "c1", MONDAY).setResolution(Resolution.USER_ERROR).build(), MONDAY);
        stack.send(
                ticket("t2", "c2", MONDAY).setResolution(Resolution.WORKAROUND).build(), MONDAY);
        assertThat(row(DAY_KEY).getComplainingCustomers()).isEqualTo(2);
        assertThat(row(DAY_KEY).getUserErrors()).isEqualTo(1);
        assertThat(row(DAY_KEY).getExceptions()).isEqualTo(1);
    }

    @Test
    void aLateComplaintWritesTheSameKeyAnewWithAHigherRevision() {
        stack.send(review("r1", "c1", MONDAY).build());
        stack.send(review("r2", "c2", MONDAY.plus(DAY.multipliedBy(3))).build());
        stack.send(
                review("late", "c3", MONDAY).build(),
                MONDAY.plus(DAY.multipliedBy(3)).plusSeconds(60));

        assertThat(history(DAY_KEY)).extracting(ThemeStats::getRevision).containsExactly(1L, 2L);
        assertThat(row(DAY_KEY).getComplainingCustomers()).isEqualTo(2);
        assertThat(row(DAY_KEY).getUpdatedAt())
                .isEqualTo(MONDAY.plus(DAY.multipliedBy(3)).plusSeconds(60));
        assertThat(history(WEEK_KEY)).extracting(ThemeStats::getRevision).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aWindowBecomesFinalAndALaterComplaintStillReachesIt() {
        stack.send(review("r1", "c1", MONDAY).build());
        assertThat(row(DAY_KEY).getIsFinal()).isFalse();
        Instant midnightAfter = Instant.parse("2026-03-03T00:00:00Z");
        stack.send(review("r2", "c2", midnightAfter.plus(DAY.multipliedBy(7)).minusSeconds(1))
                .build());
        assertThat(row(DAY_KEY).getIsFinal()).isFalse();
        Instant finalAt = midnightAfter.plus(DAY.multipliedBy(7));
        stack.send(review("r3", "c3", finalAt).build());
        assertThat(row(DAY_KEY).getIsFinal()).isTrue();
        assertThat(row(DAY_KEY).getRevision()).isEqualTo(2);
        assertThat(row(WEEK_KEY).getIsFinal()).isFalse();

        stack.send(review("late", "c4", MONDAY).build(), finalAt.plusSeconds(5));
        assertThat(row(DAY_KEY).getComplainingCustomers()).isEqualTo(2);
        assertThat(row(DAY_KEY).getRevision()).isEqualTo(3);
        assertThat(row(DAY_KEY).getIsFinal()).isTrue();
    }

    @Test
    void historyOfAnyAgeReachesItsRow() {
        Instant later = MONDAY.plus(DAY.multipliedBy(2_000));
        stack.send(review("r1", "c1", later).build());
        stack.send(review("old", "c2", MONDAY).build(), later.plusSeconds(5));
        assertThat(row(DAY_KEY).getComplainingCustomers()).isEqualTo(1);
        assertThat(row(DAY_KEY).getIsFinal()).isTrue();
    }

    @Test
    void rowsAreForgottenHereOnceNothingHasChangedThemForTheRetention() {
        stack.send(review("r1", "c1", MONDAY).build());
        var rows = stack.pipeline()
                .driver(io.biggerbox.topologies.Application.MEASURE)
                .<String, Object>getKeyValueStore("rows");
        String storeKey = "%06dT%s".formatted(LocalDate.parse("2026-03-03").toEpochDay(), DAY_KEY);
        assertThat(rows.get(storeKey)).isNotNull();
        Instant later = MONDAY.plus(DAY.multipliedBy(420));
        stack.send(review("r2", "c2", later).build());
        stack.send(review("r3", "c3", later.plus(DAY)).build());
        assertThat(rows.get(storeKey)).isNull();
    }

    @Test
    void namesWithBarsKeepTheirPlaceInTheKey() {
        stack.send(review("r1", "c1", MONDAY).setProduct("Box|XL 100%").build());
        ThemeStats row = row("Box%7CXL 100%25|packaging.box-too-small|DAY|2026-03-02T00:00:00Z");
        assertThat(row.getProduct()).isEqualTo("Box|XL 100%");
    }

    @Test
    void experienceRowsHoldScoresByKindAndWhatCouldNotBeRead() {
        stack.send(nps("s1", "c1", MONDAY, 10).setChannel("mail").build());
        stack.send(nps("s2", "c2", MONDAY, 8).setChannel("mail").build());
        stack.send(nps("s3", "c3", MONDAY, 6).setChannel("mail").build());
        stack.send(nps("s4", "c4", MONDAY, 0)
                .setChannel("mail")
                .setComment(LOGIN_COMPLAINT)
                .build());
        stack.send(review("r1", "c5", MONDAY)
                .setChannel("mail")
                .setRating(8.0)
                .setRatingMax(10.0)
                .build());
        stack.send(
                ticket("t1", "c6", MONDAY)
                        .setChannel("mail")
                        .setSatisfaction(1.0)
                        .build(),
                MONDAY);

        ExperienceStats row = experience("Box|mail|DAY|2026-03-02T00:00:00Z");
        assertThat(row.getFeedback()).isEqualTo(6);
        assertThat(row.getNpsPromoters()).isEqualTo(1);
        assertThat(row.getNpsPassives()).isEqualTo(1);
        assertThat(row.getNpsDetractors()).isEqualTo(2);
        assertThat(row.getUnreadTexts()).isEqualTo(3);
        assertThat(row.getNegativeTexts()).isEqualTo(3);
        assertThat(row.getStarsCount()).isEqualTo(1);
        assertThat(row.getStarsSum()).isBetween(4.1, 4.2);
        assertThat(row.getSupportCount()).isEqualTo(1);
        assertThat(row.getSupportSum()).isEqualTo(1);
        assertThat(experience("Box|mail|WEEK|2026-03-02T00:00:00Z").getFeedback())
                .isEqualTo(6);
    }

    @Test
    void withoutAChannelTheRowSaysUnknown() {
        stack.send(review("r1", "c1", MONDAY).setChannel(null).build());
        stack.send(review("r2", "c1", MONDAY).setChannel("  ").build());
        assertThat(experience("Box|unknown|DAY|2026-03-02T00:00:00Z").getFeedback())
                .isEqualTo(2);
    }
}
