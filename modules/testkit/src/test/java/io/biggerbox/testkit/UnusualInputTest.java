package io.biggerbox.testkit;

import static io.biggerbox.testkit.Events.MONDAY;
import static io.biggerbox.testkit.Events.PRODUCT;
import static io.biggerbox.testkit.Events.command;
import static io.biggerbox.testkit.Events.review;
import static io.biggerbox.testkit.Fixtures.BOX;
import static io.biggerbox.testkit.Fixtures.BOX_PRAISE;
import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.AlertState;
import io.biggerbox.events.CommandKind;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.topologies.Application;
import io.biggerbox.topologies.detect.DetectTopology;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.Test;

/** What docs/detection.md promises about input that is strange but not broken. */
class UnusualInputTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant IN_2099 = Instant.parse("2099-01-01T00:00:00Z");

    private static Instant at(int day, int i) {
        return MONDAY.plus(DAY.multipliedBy(day)).plusSeconds(600L * i);
    }

    private static void praise(TestStack stack, String product, int fromDay, int toDay) {
        for (int day = fromDay; day < toDay; day++) {
            String id = product + day;
            stack.send(review("q" + id, "q" + id, at(day, 0))
                    .setProduct(product)
                    .setText(BOX_PRAISE)
                    .build());
        }
    }

    private static void complaints(TestStack stack, int fromDay, int toDay, int aDay) {
        for (int day = fromDay; day < toDay; day++) {
            for (int i = 0; i < aDay; i++) {
                String id = day + "-" + i;
                stack.send(review("r" + id, "c" + id, at(day, i)).build());
            }
        }
    }

    /** Quiet, then a surge that goes on. */
    private static void surge(TestStack stack) {
        praise(stack, PRODUCT, 0, 60);
        complaints(stack, 60, 66, 6);
    }

    private static List<ProcessChangeAlert> alertsOfASurge() {
        try (TestStack plain = TestStack.ephemeral()) {
            surge(plain);
            assertThat(plain.alerts()).extracting(ProcessChangeAlert::getState).contains(AlertState.OPEN);
            return plain.alerts();
        }
    }

    private static List<Object> decisions(List<ProcessChangeAlert> alerts) {
        return alerts.stream()
                .map(alert -> (Object) List.of(
                        alert.getAlertId(),
                        alert.getRevision(),
                        alert.getState(),
                        alert.getDecidedAt(),
                        alert.getRaisedAt(),
                        alert.getSeen(),
                        alert.getDaily()))
                .toList();
    }

    private static ProcessChangeAlert last(TestStack stack) {
        List<ProcessChangeAlert> all = stack.alerts();
        return all.get(all.size() - 1);
    }

    @Test
    void aClockThatIsAheadDelaysNothingElse() {
        try (TestStack stack = TestStack.ephemeral()) {
            praise(stack, PRODUCT, 0, 60);
            stack.send(
                    review("ahead", "c-ahead", at(60, 0).plus(Duration.ofHours(23)))
                            .setText(BOX_PRAISE)
                            .build(),
                    at(60, 0).minusSeconds(1));
            complaints(stack, 60, 66, 6);
            assertThat(stack.deadLetters()).isEmpty();
            assertThat(decisions(stack.alerts())).isEqualTo(decisions(alertsOfASurge()));
        }
    }

    @Test
    void eventsFrom2099AndFrom1970ChangeNoAlert() {
        try (TestStack stack = TestStack.ephemeral()) {
            praise(stack, PRODUCT, 0, 60);
            stack.send(review("f", "c-f", IN_2099).build(), at(60, 0).minusSeconds(1));
            stack.send(review("p", "c-p", Instant.EPOCH).build(), at(60, 0).minusSeconds(1));
            complaints(stack, 60, 66, 6);
            assertThat(stack.deadLetters()).extracting(DeadLetter::field).containsExactly("written_at", "written_at");
            assertThat(decisions(stack.alerts())).isEqualTo(decisions(alertsOfASurge()));
        }
    }

    @Test
    void aSenderWhoseClockStandsAt1970IsRefusedWithTheReason() {
        try (TestStack stack = TestStack.ephemeral()) {
            stack.send(review("r", "c", MONDAY).build(), Instant.EPOCH);
            assertThat(stack.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.reason())
                    .contains("later than its arrival at 1970"));
        }
    }

    @Test
    void oldEventsReachTheRowsAndMakeAYoungProductNoOlder() {
        try (TestStack stack = TestStack.ephemeral();
                TestStack plain = TestStack.ephemeral()) {
            Instant old = Instant.parse("1995-05-05T05:05:05Z");
            stack.send(review("old", "c-old", old).build(), MONDAY.minusSeconds(60));
            for (TestStack each : List.of(stack, plain)) {
                // In the first three weeks only a surge of twice the threshold is believed.
                praise(each, PRODUCT, 0, 14);
                complaints(each, 14, 17, 2);
                praise(each, PRODUCT, 17, 20);
            }
            assertThat(stack.themeStats()).containsKey("Box|packaging.box-too-small|DAY|1995-05-05T00:00:00Z");
            assertThat(decisions(stack.alerts())).isEqualTo(decisions(plain.alerts()));
        }
    }

    @Test
    void anIdThatEverybodySharesCountsOnceAndOperationsIsTold() {
        try (TestStack stack = TestStack.ephemeral()) {
            praise(stack, PRODUCT, 0, 60);
            for (int i = 0; i < 60; i++) {
                stack.send(review("g" + i, "guest", at(60 + i / 20, i % 20)).build());
            }
            praise(stack, PRODUCT, 63, 70);
            assertThat(stack.alerts()).isEmpty();
            assertThat(stack.pipeline().driver(Application.DETECT).metrics().values())
                    .filteredOn(metric -> metric.metricName().name().equals("shared-customer-ids"))
                    .singleElement()
                    .satisfies(metric -> assertThat(metric.metricValue()).isEqualTo(1.0));
        }
    }

    @Test
    void complaintsThatComeTooLateToRaiseAnythingAreCountedForOperations() {
        try (TestStack stack = TestStack.ephemeral()) {
            praise(stack, PRODUCT, 0, 60);
            stack.send(review("in-time", "c1", at(54, 0)).build());
            stack.send(review("late", "c2", at(40, 0)).build());
            stack.send(review("later", "c3", at(2, 0)).build());
            praise(stack, PRODUCT, 60, 62);
            assertThat(stack.pipeline().driver(Application.DETECT).metrics().values())
                    .filteredOn(metric -> metric.metricName().name().equals("late-complaints-total"))
                    .singleElement()
                    .satisfies(metric -> assertThat(metric.metricValue()).isEqualTo(2.0));
        }
    }

    @Test
    void aThemeThatIsRenamedIsNotVerifiedByItsDisappearance() {
        String renamed = "packaging.box-size";
        try (TestStack stack = TestStack.ephemeral()) {
            surge(stack);
            stack.send(command("fix", CommandKind.DECLARE_CHANGE, at(67, 0))
                    .setEffectiveAt(at(67, 0))
                    .build());
            assertThat(last(stack).getState()).isEqualTo(AlertState.VERIFYING);
            int before = stack.alerts().size();
            stack.publish(
                    new Taxonomy(
                            "test", "test-2", List.of(Fixtures.theme(renamed, "Box size", Fixtures.LOGISTICS, "box"))),
                    at(67, 1));
            complaints(stack, 68, 110, 4);
            praise(stack, PRODUCT, 110, 170);

            List<ProcessChangeAlert> since =
                    stack.alerts().subList(before, stack.alerts().size());
            assertThat(since).isNotEmpty().allSatisfy(alert -> assertThat(alert.getTheme())
                    .isEqualTo(renamed));
            assertThat(since.get(0).getGeneration()).isEqualTo(1);
        }
    }

    @Test
    void aProductWithOneEventIsCountedAndNeitherAlertedNorCalledSilent() {
        try (TestStack stack = TestStack.ephemeral()) {
            stack.send(review("once", "c", MONDAY).setProduct("Once").build());
            praise(stack, PRODUCT, 0, 60);
            assertThat(stack.themeStats()).containsKey("Once|packaging.box-too-small|DAY|2026-03-02T00:00:00Z");
            assertThat(stack.alerts()).isEmpty();
            assertThat(stack.pipeline().driver(Application.DETECT).metrics().values())
                    .filteredOn(metric -> metric.metricName().name().equals("silent-products"))
                    .singleElement()
                    .satisfies(metric -> assertThat(metric.metricValue()).isEqualTo(0.0));
        }
    }

    @Test
    void tenThousandProductsInOneHourRaiseNothingAndTheStreamGoesOn() {
        int products = 10_000;
        try (TestStack stack = TestStack.ephemeral()) {
            praise(stack, PRODUCT, 0, 60);
            for (int i = 0; i < products; i++) {
                stack.send(review("x" + i, "x" + i, at(60, 0).minusMillis(products - i))
                        .setProduct("P" + i)
                        .build());
            }
            complaints(stack, 60, 66, 6);
            assertThat(stack.deadLetters()).isEmpty();
            assertThat(decisions(stack.alerts())).isEqualTo(decisions(alertsOfASurge()));
            long bytes = 0;
            try (KeyValueIterator<String, byte[]> state = stack.pipeline()
                    .driver(Application.DETECT)
                    .<String, byte[]>getKeyValueStore(DetectTopology.DETECTION_STORE)
                    .all()) {
                while (state.hasNext()) {
                    var entry = state.next();
                    bytes += entry.key.length() + entry.value.length;
                }
            }
            assertThat(bytes / products).isLessThan(1_500);
        }
    }

    @Test
    void aCommandFrom2099IsADeadLetter() {
        try (TestStack stack = TestStack.ephemeral()) {
            byte[] late = stack.bytes(
                    stack.topics().commands(),
                    command("c", CommandKind.DECLARE_CHANGE, IN_2099)
                            .setEffectiveAt(MONDAY)
                            .build());
            stack.sendBytes("voc.commands", PRODUCT, late, MONDAY);
            assertThat(stack.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(letter.field()).isEqualTo("issued_at");
                assertThat(letter.value()).isEqualTo(late);
            });
            surge(stack);
            assertThat(decisions(stack.alerts())).isEqualTo(decisions(alertsOfASurge()));
        }
    }

    @Test
    void aChangeDeclaredBeforeTheHistoryIsImportedMakesNoneOfItLate() {
        try (TestStack stack = TestStack.ephemeral()) {
            stack.send(command("c", CommandKind.DECLARE_CHANGE, at(2_000, 0))
                    .setEffectiveAt(at(2_000, 0))
                    .build());
            surge(stack);
            assertThat(decisions(stack.alerts()).size())
                    .isEqualTo(alertsOfASurge().size());
        }
    }

    @Test
    void aChangeForTheYear2099DoesNotSilenceWhatSpreads() {
        try (TestStack stack = TestStack.ephemeral()) {
            surge(stack);
            stack.send(command("c", CommandKind.DECLARE_CHANGE, at(66, 0))
                    .setEffectiveAt(IN_2099)
                    .build());
            assertThat(last(stack).getState()).isEqualTo(AlertState.CHANGE_DECLARED);
            complaints(stack, 66, 84, 9);
            assertThat(last(stack).getState()).isEqualTo(AlertState.ESCALATED);
            assertThat(last(stack).getChangeEffectiveAt()).isEqualTo(IN_2099);
        }
    }

    @Test
    void anAlertOfTheSmallHoursDoesNotWaitForTheNextDay() {
        try (TestStack stack = TestStack.ephemeral()) {
            praise(stack, PRODUCT, 0, 60);
            praise(stack, "Other", 0, 60);
            for (int hour = 0; hour < 4 * 24; hour++) {
                Instant now = at(60, 0).plus(Duration.ofHours(hour + 12L));
                for (int i = 0; i < (hour % 24 == 1 ? 6 : 0); i++) {
                    String id = "n" + hour + "-" + i;
                    stack.send(review(id, id, now.plusSeconds(i)).build());
                }
                stack.send(review("o" + hour, "o" + hour, now.plusSeconds(60))
                        .setProduct("Other")
                        .setText(BOX_PRAISE)
                        .build());
            }
            assertThat(stack.alerts()).first().satisfies(alert -> {
                assertThat(alert.getState()).isEqualTo(AlertState.OPEN);
                assertThat(alert.getRaisedAt()).isBefore(alert.getDecidedAt().plus(Duration.ofHours(3)));
            });
        }
    }

    @Test
    void aRestartDelaysNoAlertOfAProductThatHasGoneQuiet() {
        List<ProcessChangeAlert> expected = afterASurge(false);
        assertThat(expected).isNotEmpty();
        assertThat(decisions(afterASurge(true))).isEqualTo(decisions(expected));
    }

    /** The product is quiet between the complaints of a day and those of the next; another keeps the clock going. */
    private static List<ProcessChangeAlert> afterASurge(boolean restart) {
        try (TestStack stack = TestStack.ephemeral()) {
            praise(stack, PRODUCT, 0, 60);
            praise(stack, "Other", 0, 60);
            for (int day = 60; day < 64; day++) {
                complaints(stack, day, day + 1, 6);
                if (restart) {
                    stack.restart();
                }
                for (int hour = 1; hour < 24; hour++) {
                    String id = "o" + day + "-" + hour;
                    stack.send(review(id, id, at(day, 0).plus(Duration.ofHours(hour)))
                            .setProduct("Other")
                            .setText(BOX_PRAISE)
                            .build());
                }
            }
            assertThat(stack.alerts())
                    .allSatisfy(alert -> assertThat(alert.getTheme()).isEqualTo(BOX));
            return stack.alerts();
        }
    }
}
