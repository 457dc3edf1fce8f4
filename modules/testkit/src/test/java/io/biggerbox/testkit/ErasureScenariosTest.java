package io.biggerbox.testkit;

import static io.biggerbox.testkit.Events.MONDAY;
import static io.biggerbox.testkit.Events.review;
import static io.biggerbox.testkit.Fixtures.BOX_COMPLAINT;
import static io.biggerbox.testkit.Fixtures.BOX_PRAISE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.CandidateQuote;
import io.biggerbox.events.Erasure;
import io.biggerbox.events.ExperienceStats;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.events.Quote;
import io.biggerbox.events.ThemeCandidate;
import io.biggerbox.events.ThemeStats;
import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.erasure.CustomerDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** An erased customer is taken back everywhere, and stays away. */
class ErasureScenariosTest {

    private static final String CUSTOMER = "customer-4711";
    private static final String WORD = "xylophone";
    private static final Duration DAY = Duration.ofDays(1);

    private static Instant day(int day) {
        return MONDAY.plus(DAY.multipliedBy(day));
    }

    /** Quiet weeks, then a surge of complaints that goes on; the customer is among them, or is not. */
    private static Instant surge(TestStack stack, boolean with) {
        for (int day = 0; day < 60; day++) {
            stack.send(
                    review("q" + day, "q" + day, day(day)).setText(BOX_PRAISE).build());
        }
        for (int day = 60; day < 70; day++) {
            for (int i = 0; i < 6; i++) {
                stack.send(review("r" + day + "-" + i, "c" + day + "-" + i, day(day).plusSeconds(600L * i))
                        .build());
            }
            if (with && day % 3 == 0) {
                stack.send(review("mine" + day, CUSTOMER, day(day).plusSeconds(7200))
                        .setText("The " + WORD + " box is too small, terrible.")
                        .build());
            }
        }
        stack.settle();
        return day(70);
    }

    private static Erasure erasure(Instant at, List<String> feedbackIds) {
        return Erasure.newBuilder()
                .setCustomerDigest(CustomerDigest.of(CUSTOMER))
                .setErasedAt(at)
                .setFeedbackIds(feedbackIds)
                .setPurgedAt(null)
                .setActor("ann")
                .setReason(null)
                .build();
    }

    private static List<String> idsOf(TestStack stack) {
        return stack.feedback().stream()
                .filter(each -> each.getCustomerId().equals(CUSTOMER))
                .map(Feedback::getFeedbackId)
                .distinct()
                .toList();
    }

    private static void erase(TestStack stack, Instant at) {
        stack.send(erasure(at, List.of()));
        stack.send(erasure(at, idsOf(stack)));
        stack.settle();
    }

    /** Everything that a row counts, without when and how often it was written; rows that count nothing are left out. */
    private static Map<String, List<Object>> counts(TestStack stack) {
        Map<String, List<Object>> counts = new TreeMap<>();
        for (ThemeStats row : stack.themeStats().values()) {
            List<Object> numbers = List.of(
                    row.getNegativeMentions(),
                    row.getNeutralMentions(),
                    row.getPositiveMentions(),
                    row.getComplainingCustomers(),
                    row.getSentimentSum());
            if (row.getNegativeMentions() + row.getNeutralMentions() + row.getPositiveMentions() > 0) {
                counts.put(row.getTheme() + row.getGrain() + row.getWindowStart(), numbers);
            }
        }
        for (ExperienceStats row : stack.experienceStats().values()) {
            if (row.getFeedback() > 0) {
                counts.put(
                        row.getChannel() + row.getGrain() + row.getWindowStart(),
                        List.of(
                                row.getFeedback(),
                                row.getNegativeTexts(),
                                row.getPositiveTexts(),
                                row.getSentimentSum()));
            }
        }
        return counts;
    }

    /** Names of stores with an entry that holds a word anywhere. */
    private static List<String> storesWith(TestStack stack, String word) {
        List<String> found = new ArrayList<>();
        for (Application application : Application.values()) {
            TopologyTestDriver driver = stack.pipeline().driver(application);
            for (String name : driver.getAllStateStores().keySet()) {
                KeyValueStore<Object, Object> store = driver.getKeyValueStore(name);
                if (store == null) {
                    continue;
                }
                try (KeyValueIterator<Object, Object> entries = store.all()) {
                    entries.forEachRemaining(entry -> {
                        if (text(entry.key).contains(word) || text(entry.value).contains(word)) {
                            found.add(application + "/" + name + ": " + text(entry.key));
                        }
                    });
                }
            }
        }
        return found;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, ISO_8859_1) : String.valueOf(value);
    }

    private static List<String> quoted(ProcessChangeAlert alert) {
        return alert.getQuotes().stream().map(Quote::getText).toList();
    }

    @Test
    void whatIsLeftCountsAsIfTheCustomerHadNeverBeen() {
        try (TestStack stack = TestStack.ephemeral();
                TestStack without = TestStack.ephemeral()) {
            Instant end = surge(stack, true);
            surge(without, false);
            assertThat(counts(stack)).isNotEqualTo(counts(without));
            assertThat(storesWith(stack, CUSTOMER)).isNotEmpty();

            erase(stack, end);

            assertThat(counts(stack)).isEqualTo(counts(without));
            assertThat(storesWith(stack, CUSTOMER)).isEmpty();
            assertThat(stack.deadLetters()).isEmpty();
        }
    }

    @Test
    void anAlertThatQuotesTheCustomerIsToldAgainWithoutAndIsNoNewAlarm() {
        try (TestStack stack = TestStack.ephemeral()) {
            Instant end = surge(stack, true);
            List<ProcessChangeAlert> before = stack.alerts();
            ProcessChangeAlert last = before.get(before.size() - 1);
            assertThat(before).anySatisfy(alert -> assertThat(quoted(alert)).anyMatch(text -> text.contains(WORD)));
            assertThat(storesWith(stack, WORD)).isNotEmpty();

            erase(stack, end);

            List<ProcessChangeAlert> after = stack.alerts();
            List<ProcessChangeAlert> news = after.subList(before.size(), after.size());
            assertThat(news).isNotEmpty().allSatisfy(alert -> assertThat(alert.getRaised())
                    .isFalse());
            ProcessChangeAlert now = after.get(after.size() - 1);
            assertThat(now.getAlertId()).isEqualTo(last.getAlertId());
            assertThat(now.getState()).isEqualTo(last.getState());
            assertThat(now.getRevision()).isGreaterThan(last.getRevision());
            assertThat(quoted(now)).isNotEmpty().noneMatch(text -> text.contains(WORD));
            assertThat(storesWith(stack, WORD)).isEmpty();
        }
    }

    @Test
    void whatWasSaidBeforeIsNotReadAgainAndWhatIsSaidAfterIsThatOfANewCustomer() {
        try (TestStack stack = TestStack.ephemeral()) {
            stack.send(review("r1", CUSTOMER, day(0)).build());
            erase(stack, day(1));
            int readings = stack.feedback().size();

            stack.send(review("r1", CUSTOMER, day(0)).setRevision(2).build(), day(2));
            stack.send(review("r2", CUSTOMER, day(0)).build(), day(3));
            stack.restart();
            stack.send(review("r1", CUSTOMER, day(0)).build(), day(0));
            assertThat(stack.feedback()).hasSize(readings);

            stack.send(review("r3", CUSTOMER, day(4)).build(), day(4));
            stack.settle();
            assertThat(stack.feedback()).hasSize(readings + 1);
            assertThat(stack.feedback().get(readings).getFeedbackId()).isEqualTo("shop:r3");
            assertThat(counts(stack)).isNotEmpty();
            assertThat(storesWith(stack, CUSTOMER)).isNotEmpty();
        }
    }

    @Test
    void aReplayThatKnowsOfTheErasureReadsNothing() {
        try (TestStack stack = TestStack.ephemeral()) {
            stack.send(erasure(day(1), List.of("shop:r1")));
            stack.send(review("r1", CUSTOMER, day(0)).build());
            stack.send(review("r2", "somebody", day(0)).setText(BOX_COMPLAINT).build());
            stack.settle();
            assertThat(stack.feedback())
                    .filteredOn(each -> each.getWithdrawalsLeft() == null)
                    .extracting(Feedback::getCustomerId)
                    .containsExactly("somebody");
            assertThat(storesWith(stack, CUSTOMER)).isEmpty();
        }
    }

    @Test
    void aCandidateQuotesTheCustomerNoMore() {
        try (TestStack stack = TestStack.ephemeral()) {
            for (int i = 0; i < 8; i++) {
                String customer = i == 3 ? CUSTOMER : "c" + i;
                String more = i == 3 ? " " + WORD : "";
                stack.send(review("g" + i, customer, MONDAY.plusSeconds(600L * i))
                        .setText("My" + more + " gift card does not work, terrible.")
                        .build());
            }
            for (int day = 1; day < 3; day++) {
                stack.send(review("t" + day, "t" + day, day(day))
                        .setText(BOX_PRAISE)
                        .build());
            }
            ThemeCandidate before = only(stack);
            assertThat(before.getCustomers()).isEqualTo(8);
            assertThat(storesWith(stack, WORD)).isNotEmpty();

            erase(stack, day(3));

            ThemeCandidate after = only(stack);
            assertThat(after.getCustomers()).isEqualTo(7);
            assertThat(after.getRevision()).isGreaterThan(before.getRevision());
            assertThat(after.getQuotes())
                    .extracting(CandidateQuote::getFeedbackId)
                    .isNotEmpty()
                    .doesNotContain("shop:g3");
            assertThat(after.toString()).doesNotContain(WORD);
            assertThat(storesWith(stack, WORD)).isEmpty();
            assertThat(storesWith(stack, CUSTOMER)).isEmpty();
        }
    }

    private static ThemeCandidate only(TestStack stack) {
        return stack.themeCandidates().values().iterator().next();
    }
}
