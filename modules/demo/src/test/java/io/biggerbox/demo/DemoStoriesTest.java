package io.biggerbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoStoriesTest {
    private static final HalfYear FULL = HalfYear.at(1.0);

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 1.0})
    void theBoxIsTooSmallEveryWeekAndNeverASpike(double scale) {
        HalfYear year = scale == 1.0 ? FULL : HalfYear.at(scale);
        // The last days are cut by arrival, so the last week may lack one.
        assertThat(boxed(year.customersPerWeek(HalfYear.story(DemoPlan.BOX)))).allMatch(n -> n >= 6 && n <= 10);
        assertThat(boxed(year.customersPerDays(HalfYear.story(DemoPlan.BOX), 1)))
                .allMatch(n -> n <= 4);
    }

    @Test
    void theReleaseBreaksLoginForTwelveDays() {
        DemoStory story = story(DemoPlan.LOGIN);
        assertThat(Duration.between(story.start(), story.end())).isEqualTo(Duration.ofDays(12));
        int[] days = FULL.customersPerDays(HalfYear.story(DemoPlan.LOGIN), 1);
        int during = HalfYear.sum(days, 94, 106);
        double usual = (HalfYear.sum(days, 0, 94) + HalfYear.sum(days, 106, 182)) / 170.0;
        assertThat(during).isBetween(32, 36);
        assertThat(during / 12.0 / usual).isCloseTo(8, within(1.0));
    }

    @Test
    void theRefundProblemIsFixedAndReturns() {
        int[] weeks = FULL.customersPerWeek(HalfYear.story(DemoPlan.REFUND));
        assertThat(HalfYear.sum(weeks, 0, 5) / 5.0).isCloseTo(3, within(0.6));
        assertThat(HalfYear.sum(weeks, 5, 9) / 4.0).isCloseTo(18, within(1.0));
        assertThat(HalfYear.sum(weeks, 10, 17)).isLessThanOrEqualTo(4);
        assertThat(HalfYear.sum(weeks, 17, 26) / 9.0).isCloseTo(12, within(1.0));

        DemoStory story = story(DemoPlan.REFUND);
        assertThat(FULL.plan().commands()).singleElement().satisfies(command -> {
            assertThat(command.product()).isEqualTo(story.product());
            assertThat(command.theme()).isEqualTo(story.theme());
            assertThat(command.effectiveAt()).isBetween(story.start(), story.returnsAt());
            assertThat(command.issuedAt()).isAfter(command.effectiveAt());
        });
    }

    @Test
    void whoComplainsRightAfterTheFixMetTheProblemBefore() {
        Instant fixed = FULL.plan().commands().get(0).effectiveAt();
        List<DemoEvent> tail = FULL.firstRevisions().stream()
                .filter(HalfYear.story(DemoPlan.REFUND))
                .filter(e -> e.writtenAt().isAfter(fixed) && e.writtenAt().isBefore(fixed.plus(Duration.ofDays(4))))
                .toList();
        assertThat(tail).isNotEmpty().allSatisfy(e -> assertThat(experiencedAt(e))
                .isBefore(fixed));
    }

    @Test
    void deliveryComplaintsGrowWhileTheirShareFalls() {
        int[] complaints = FULL.customersPerWeek(HalfYear.story(DemoPlan.DELIVERY));
        int[] all = FULL.customersPerWeek(e -> e.product().equals(DemoProduct.HOME_DELIVERY.title()));
        double before = HalfYear.sum(complaints, 0, 10) / 10.0;
        double after = HalfYear.sum(complaints, 21, 26) / 5.0;
        double allBefore = HalfYear.sum(all, 0, 10) / 10.0;
        double allAfter = HalfYear.sum(all, 21, 26) / 5.0;
        assertThat(after / before).isCloseTo(5, within(0.5));
        assertThat(allAfter / allBefore).isGreaterThan(6.5);
        assertThat(after / allAfter).isLessThan(0.8 * before / allBefore);
    }

    @Test
    void oneCustomerPostsFortyTimesInTwoDays() {
        List<DemoEvent> posts = FULL.firstRevisions().stream()
                .filter(HalfYear.story(DemoPlan.ANGRY))
                .toList();
        DemoStory story = story(DemoPlan.ANGRY);
        assertThat(posts).hasSize(40);
        assertThat(posts.stream().map(DemoEvent::customerId).distinct()).hasSize(1);
        assertThat(posts)
                .allMatch(e ->
                        !e.writtenAt().isBefore(story.start()) && e.writtenAt().isBefore(story.end()));
        assertThat(story.mustAlert()).isFalse();
    }

    @Test
    void theMarketingDayMultipliesEverythingAlike() {
        Predicate<DemoEvent> pantry = e -> e.product().equals(DemoProduct.PANTRY_CLUB.title());
        int[] days = count(pantry);
        int[] complaints = count(pantry.and(e -> e.truth().mood() == Mood.COMPLAINT));
        int day = Rates.MARKETING_DAY;
        double usual = (HalfYear.sum(days, 0, 182) - days[day]) / 181.0;
        double usualComplaints = (HalfYear.sum(complaints, 0, 182) - complaints[day]) / 181.0;
        assertThat(days[day] / usual).isCloseTo(5, within(0.9));
        assertThat(complaints[day] / usualComplaints).isCloseTo(5, within(1.2));
        assertThat(FULL.firstRevisions().stream()
                        .filter(pantry.and(
                                e -> (int) FULL.dayOf(e) == day && e.truth().theme() != null))
                        .collect(Collectors.groupingBy(
                                e -> String.valueOf(e.truth().theme()), Collectors.counting())))
                .allSatisfy((theme, count) -> assertThat(count).isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 1.0, 2.0})
    void everydayComplaintsStayFarBelowAnyAlert(double scale) {
        HalfYear year = scale == 1.0 ? FULL : HalfYear.at(scale);
        Set<String> themes = new HashSet<>();
        for (DemoProduct product : DemoProduct.values()) {
            for (String theme : product.backgroundThemes()) {
                themes.add(theme);
                assertThat(boxed(year.customersPerWeek(e -> e.truth().story() == null
                                && theme.equals(e.truth().theme())
                                && e.product().equals(product.title()))))
                        .as("%s %s", product, theme)
                        .allMatch(n -> n <= 2);
            }
        }
        assertThat(themes).hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void mostOfWhatIsSaidIsPraiseOrNeutral() {
        long content = FULL.firstRevisions().stream()
                .filter(e -> e.truth().mood() == Mood.PRAISE || e.truth().mood() == Mood.NEUTRAL)
                .count();
        assertThat(content / (double) FULL.firstRevisions().size()).isGreaterThan(0.85);
    }

    @Test
    void thePlanDependsOnTheDateOnly() {
        assertThat(DemoPlan.startingOn(HalfYear.START)).isEqualTo(FULL.plan());
        assertThat(Duration.between(FULL.plan().start(), FULL.plan().end())).isEqualTo(Duration.ofDays(182));
        assertThat(FULL.plan().stories()).hasSize(6);
        assertThat(FULL.plan().stories().stream().filter(DemoStory::mustAlert)).hasSize(4);
        assertThat(FULL.plan().stories().stream().map(DemoStory::product).distinct())
                .hasSize(6);
        assertThat(FULL.plan().stories())
                .allSatisfy(s -> assertThat(s.description()).hasSizeLessThan(110));
    }

    private static List<Integer> boxed(int[] counts) {
        return Arrays.stream(counts).boxed().toList();
    }

    private static int[] count(Predicate<DemoEvent> condition) {
        int[] counts = new int[Calendar26.DAYS];
        FULL.firstRevisions().stream().filter(condition).forEach(e -> counts[(int) FULL.dayOf(e)]++);
        return counts;
    }

    private static Instant experiencedAt(DemoEvent event) {
        if (event.event() instanceof io.biggerbox.events.Review review) {
            return review.getExperiencedAt();
        }
        return event.event() instanceof io.biggerbox.events.Ticket ticket
                ? ticket.getExperiencedAt()
                : ((io.biggerbox.events.Survey) event.event()).getExperiencedAt();
    }

    private static DemoStory story(String id) {
        return FULL.plan().stories().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
