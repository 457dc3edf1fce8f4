package io.biggerbox.testkit;

import static io.biggerbox.testkit.Events.MONDAY;
import static io.biggerbox.testkit.Events.command;
import static io.biggerbox.testkit.Events.review;
import static io.biggerbox.testkit.Fixtures.BOX;
import static io.biggerbox.testkit.Fixtures.BOX_PRAISE;
import static io.biggerbox.testkit.Fixtures.LOGIN_COMPLAINT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.AlertReason;
import io.biggerbox.events.AlertState;
import io.biggerbox.events.Command;
import io.biggerbox.events.CommandKind;
import io.biggerbox.events.ProcessChangeAlert;
import io.biggerbox.recurrence.AlertIds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

class DetectScenariosTest {

    private static final Duration DAY = Duration.ofDays(1);

    /** By then fifteen weeks of a complaint have been told. */
    private static final int WEEKS = 15;

    private static final Instant LATER = MONDAY.plus(DAY.multipliedBy(7L * WEEKS));

    /** Two customers on each working day complain, always other ones; never a spike. */
    private static void chronic(TestStack stack, int fromWeek, int toWeek, Consumer<io.biggerbox.events.Review> also) {
        for (int day = fromWeek * 7; day < toWeek * 7; day++) {
            for (int i = 0; i < (day % 7 < 5 ? 2 : 0); i++) {
                String id = day + "-" + i;
                var review = review("r" + id, "c" + id, at(day, i))
                        .setCustomerTier("gold")
                        .build();
                stack.send(review);
                also.accept(review);
            }
        }
    }

    /** Praise of the whole period, so that the product has a history. */
    private static void quiet(TestStack stack, int fromDay, int toDay) {
        for (int day = fromDay; day < toDay; day++) {
            stack.send(
                    review("q" + day, "q" + day, at(day, 0)).setText(BOX_PRAISE).build());
        }
    }

    private static Instant at(int day, int i) {
        return MONDAY.plus(DAY.multipliedBy(day)).plusSeconds(600L * i);
    }

    private static List<ProcessChangeAlert> raised(TestStack stack) {
        return stack.alerts().stream()
                .filter(alert -> alert.getState() == AlertState.OPEN || alert.getState() == AlertState.REGRESSED)
                .toList();
    }

    private static Map<String, String> headers(TestRecord<String, ProcessChangeAlert> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    private static ProcessChangeAlert last(TestStack stack) {
        List<ProcessChangeAlert> all = stack.alerts();
        return all.get(all.size() - 1);
    }

    @Test
    void aChronicComplaintThatNeverSpikesIsRaisedOnceForEverybodyAndForTheTeam() {
        try (TestStack stack = TestStack.ephemeral()) {
            chronic(stack, 0, 10, review -> {});

            assertThat(raised(stack)).singleElement().satisfies(alert -> {
                assertThat(alert.getAlertId()).isEqualTo(AlertIds.of("Box", BOX));
                assertThat(alert.getProduct()).isEqualTo("Box");
                assertThat(alert.getTheme()).isEqualTo(BOX);
                assertThat(alert.getThemeName()).isEqualTo("Box too small");
                assertThat(alert.getTeam()).isEqualTo("logistics");
                assertThat(alert.getGeneration()).isEqualTo(1);
                assertThat(alert.getRaised()).isTrue();
                assertThat(alert.getCustomers()).isGreaterThanOrEqualTo(5);
                assertThat(alert.getSummary()).isNotBlank();
                assertThat(alert.getTiers()).containsKey("gold");
                assertThat(alert.getQuotes()).isNotEmpty().allSatisfy(quote -> {
                    assertThat(quote.getText()).isEqualTo(Fixtures.BOX_COMPLAINT);
                    assertThat(quote.getSourceTopic()).isEqualTo("voc.reviews");
                    assertThat(quote.getFeedbackId()).startsWith("shop:r");
                });
                assertThat(alert.getTaxonomyVersion()).isEqualTo("test-1");
            });
            assertThat(stack.records(stack.topics().alertsOf("logistics")).stream()
                            .map(TestRecord::value)
                            .toList())
                    .isEqualTo(stack.alerts());
            assertThat(stack.deadLetters()).isEmpty();
        }
    }

    @Test
    void historyOfOneProductIsNotLateBecauseAnothersWasImportedFirst() {
        try (TestStack stack = TestStack.ephemeral()) {
            Instant today = MONDAY.plus(DAY.multipliedBy(2_000));
            stack.send(review("new", "c-new", today).setProduct("Other").build());
            for (int day = 0; day < WEEKS * 7; day++) {
                for (int i = 0; i < (day % 7 < 5 ? 2 : 0); i++) {
                    String id = day + "-" + i;
                    stack.send(review("r" + id, "c" + id, at(day, i)).build(), today.plusSeconds(day));
                }
            }
            assertThat(raised(stack)).hasSize(1);
        }
    }

    @Test
    void aTeamWithoutATopicOfItsOwnIsToldOnTheTopicOfAll() {
        try (TestStack stack = TestStack.ephemeral()) {
            for (int day = 0; day < 70; day++) {
                stack.send(review("r" + day, "c" + day, at(day, 0))
                        .setText(LOGIN_COMPLAINT)
                        .build());
            }
            assertThat(raised(stack)).singleElement().satisfies(alert -> assertThat(alert.getTeam())
                    .isEqualTo("app"));
            assertThat(stack.records(stack.topics().alertsOf("app"))).isEmpty();
        }
    }

    @Test
    void alertsAreCloudEventsWithHeadersThatRepeatTheValue() {
        try (TestStack stack = TestStack.ephemeral()) {
            chronic(stack, 0, 10, review -> {});
            assertThat(stack.records(stack.topics().alerts())).isNotEmpty().allSatisfy(record -> {
                ProcessChangeAlert alert = record.value();
                assertThat(record.key()).isEqualTo(alert.getAlertId());
                assertThat(record.getRecordTime()).isEqualTo(alert.getRaisedAt());
                assertThat(headers(record))
                        .containsEntry("ce_specversion", "1.0")
                        .containsEntry("ce_id", alert.getAlertId() + "-" + alert.getRevision())
                        .containsEntry("ce_source", "/voc/detect")
                        .containsEntry("ce_time", alert.getDecidedAt().toString())
                        .containsEntry("ce_subject", BOX)
                        .containsEntry("content-type", "application/vnd.confluent.avro");
                assertThat(headers(record).get("ce_type"))
                        .startsWith("io.biggerbox.alert.")
                        .endsWith(".v1");
            });
        }
    }

    @Test
    void twoRunsDecideTheSameBytes() {
        try (TestStack one = TestStack.ephemeral();
                TestStack two = TestStack.ephemeral()) {
            chronic(one, 0, 10, review -> {});
            chronic(two, 0, 10, review -> {});
            assertThat(bytes(two)).isNotEmpty().isEqualTo(bytes(one));
        }
    }

    @Test
    void productionStoresDecideAsThoseOnTheHeapDo() {
        try (TestStack heap = TestStack.ephemeral();
                TestStack durable = TestStack.durable()) {
            chronic(heap, 0, 10, review -> {});
            chronic(durable, 0, 10, review -> {});
            durable.settle();
            assertThat(raised(durable)).hasSize(1);
            assertThat(durable.alerts())
                    .extracting(ProcessChangeAlert::getDecidedAt)
                    .isEqualTo(heap.alerts().stream()
                            .map(ProcessChangeAlert::getDecidedAt)
                            .toList());
        }
    }

    private static List<String> bytes(TestStack stack) {
        return stack.records(stack.topics().alerts()).stream()
                .map(record -> record.key()
                        + headers(record)
                        + java.util.Arrays.toString(stack.bytes(stack.topics().alerts(), record.value())))
                .toList();
    }

    @Test
    void oneCustomerPostingFortyTimesInFourDaysIsOneCustomer() {
        try (TestStack stack = TestStack.ephemeral()) {
            quiet(stack, 0, 60);
            for (int i = 0; i < 40; i++) {
                stack.send(review("angry" + i, "angry", at(60 + i / 10, i % 10)).build());
            }
            quiet(stack, 64, 70);
            assertThat(stack.alerts()).isEmpty();
        }
    }

    @Test
    void fortyCustomersInFourDaysAreASurge() {
        try (TestStack stack = TestStack.ephemeral()) {
            quiet(stack, 0, 60);
            for (int i = 0; i < 40; i++) {
                stack.send(review("angry" + i, "angry" + i, at(60 + i / 10, i % 10))
                        .build());
            }
            quiet(stack, 64, 70);
            assertThat(raised(stack)).singleElement().satisfies(alert -> {
                assertThat(alert.getReason()).isEqualTo(AlertReason.SURGE);
                assertThat(alert.getDecidedAt()).isBefore(at(65, 0));
                assertThat(alert.getMentions()).isGreaterThanOrEqualTo(10);
            });
        }
    }

    @Test
    void repeatedDeliveriesAndEditsChangeNothing() {
        try (TestStack once = TestStack.ephemeral();
                TestStack often = TestStack.ephemeral()) {
            chronic(once, 0, 10, review -> {});
            chronic(often, 0, 10, review -> {
                often.send(review);
                often.send(io.biggerbox.events.Review.newBuilder(review)
                        .setRevision(1)
                        .setTitle("Edited")
                        .build());
            });
            assertThat(raised(often)).hasSize(1);
            ProcessChangeAlert expected = raised(once).get(0);
            ProcessChangeAlert found = raised(often).get(0);
            assertThat(found.getDecidedAt()).isEqualTo(expected.getDecidedAt());
            assertThat(found.getSeen()).isEqualTo(expected.getSeen());
            assertThat(found.getCustomers()).isEqualTo(expected.getCustomers());
            assertThat(found.getMentions()).isEqualTo(expected.getMentions());
            assertThat(found.getDaily()).isEqualTo(expected.getDaily());
            assertThat(found.getTiers()).isEqualTo(expected.getTiers());
        }
    }

    @Test
    void complaintsThatWereAllTakenBackRaiseNothing() {
        try (TestStack stack = TestStack.ephemeral()) {
            quiet(stack, 0, 60);
            for (int i = 0; i < 40; i++) {
                stack.send(review("r" + i, "c" + i, at(60, i % 3)).build(), at(60, 5));
                stack.send(
                        review("r" + i, "c" + i, at(60, i % 3))
                                .setRevision(1)
                                .setText(BOX_PRAISE)
                                .build(),
                        at(60, 5));
            }
            quiet(stack, 61, 70);
            assertThat(stack.alerts()).isEmpty();
        }
    }

    @Test
    void praiseDoesNotMaskPain() {
        try (TestStack stack = TestStack.ephemeral();
                TestStack plain = TestStack.ephemeral()) {
            chronic(plain, 0, 10, review -> {});
            chronic(stack, 0, 10, review -> {
                for (int i = 0; i < 9; i++) {
                    String id = "p" + i + review.getSourceId();
                    stack.send(review(id, id, review.getWrittenAt())
                            .setText(BOX_PRAISE)
                            .build());
                }
            });
            assertThat(raised(stack)).hasSize(1);
            assertThat(raised(stack).get(0).getDecidedAt())
                    .isEqualTo(raised(plain).get(0).getDecidedAt());
        }
    }

    @Test
    void commandsChangeTheStateOnce() {
        try (TestStack stack = TestStack.ephemeral()) {
            chronic(stack, 0, 10, review -> {});
            Instant now = MONDAY.plus(DAY.multipliedBy(70));
            Command ack = command("cmd-1", CommandKind.ACKNOWLEDGE, now)
                    .setNote("on it")
                    .build();
            int before = stack.alerts().size();

            stack.send(ack);
            assertThat(stack.alerts()).hasSize(before + 1);
            assertThat(last(stack).getState()).isEqualTo(AlertState.ACKNOWLEDGED);
            assertThat(last(stack).getActor()).isEqualTo("ada");
            assertThat(last(stack).getNote()).isEqualTo("on it");
            assertThat(last(stack).getRaised()).isFalse();

            stack.send(ack);
            assertThat(stack.alerts()).hasSize(before + 1);

            stack.send(command("cmd-2", CommandKind.MUTE, now)
                    .setUntil(now.plus(DAY.multipliedBy(30)))
                    .build());
            assertThat(last(stack).getState()).isEqualTo(AlertState.MUTED);
            stack.send(command("cmd-3", CommandKind.UNMUTE, now).build());
            assertThat(last(stack).getState()).isEqualTo(AlertState.ACKNOWLEDGED);
            stack.send(command("cmd-4", CommandKind.DECLARE_CHANGE, now)
                    .setEffectiveAt(now.minus(DAY))
                    .build());
            assertThat(last(stack).getState()).isEqualTo(AlertState.VERIFYING);
            assertThat(stack.alerts()).hasSize(before + 4);
            assertThat(stack.alerts().stream()
                            .map(ProcessChangeAlert::getRevision)
                            .toList())
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(stack.deadLetters()).isEmpty();
        }
    }

    @Test
    void aCommandAboutAnAlertThatDoesNotExistDoesNothing() {
        try (TestStack stack = TestStack.ephemeral()) {
            for (CommandKind kind : List.of(CommandKind.ACKNOWLEDGE, CommandKind.UNMUTE)) {
                stack.send(command("cmd-" + kind, kind, MONDAY)
                        .setProduct("Nothing")
                        .build());
            }
            stack.send(command("m", CommandKind.MUTE, MONDAY).setUntil(LATER).build());
            stack.send(command("d", CommandKind.DECLARE_CHANGE, MONDAY)
                    .setEffectiveAt(MONDAY)
                    .build());
            assertThat(stack.alerts()).isEmpty();
            assertThat(stack.deadLetters()).isEmpty();
            chronic(stack, 1, 10, review -> {});
            assertThat(raised(stack)).hasSize(1);
        }
    }

    @Test
    void commandsThatSayTooLittleAreDeadLetters() {
        try (TestStack stack = TestStack.ephemeral()) {
            stack.send(command("cmd-1", CommandKind.UNKNOWN, MONDAY).build());
            stack.send(command("cmd-2", CommandKind.MUTE, MONDAY).build());
            stack.send(command("cmd-3", CommandKind.DECLARE_CHANGE, MONDAY).build());
            stack.send(command(" ", CommandKind.ACKNOWLEDGE, MONDAY).build());
            stack.send(command("cmd-5", CommandKind.ACKNOWLEDGE, MONDAY)
                    .setTheme("a\0b")
                    .build());
            assertThat(stack.deadLetters())
                    .extracting(DeadLetter::field)
                    .containsExactly("kind", "until", "effective_at", "command_id", "theme");
            assertThat(stack.deadLetters()).allSatisfy(letter -> {
                assertThat(letter.topic()).isEqualTo("voc.commands");
                assertThat(letter.application()).isEqualTo("biggerbox-detect");
                assertThat(letter.key()).isNotNull();
                assertThat(letter.value()).isNotEmpty();
                assertThat(letter.remedy()).isNotBlank();
            });
        }
    }

    @Test
    void aComplaintThatReturnsAfterADeclaredFixIsARegression() {
        try (TestStack stack = TestStack.ephemeral()) {
            chronic(stack, 0, 10, review -> {});
            stack.send(command("fix", CommandKind.DECLARE_CHANGE, at(70, 0))
                    .setEffectiveAt(at(70, 0))
                    .build());
            quiet(stack, 71, 140);
            assertThat(last(stack).getState()).isEqualTo(AlertState.VERIFIED);
            chronic(stack, 20, 30, review -> {});

            assertThat(raised(stack)).hasSize(2);
            ProcessChangeAlert back = raised(stack).get(1);
            assertThat(back.getState()).isEqualTo(AlertState.REGRESSED);
            assertThat(back.getReason()).isEqualTo(AlertReason.REGRESSION);
            assertThat(back.getRegressions()).isEqualTo(1);
            assertThat(back.getGeneration()).isEqualTo(2);
            assertThat(back.getAlertId()).isEqualTo(raised(stack).get(0).getAlertId());
        }
    }

    @Test
    void aTaxonomyOnItsTopicNamesThemesAndTeamsAnew() {
        try (TestStack stack = TestStack.ephemeral()) {
            stack.publish(
                    new io.biggerbox.text.taxonomy.Taxonomy(
                            "test",
                            "test-2",
                            List.of(Fixtures.theme(BOX, "Boxes that are too small", "packers", "box"))),
                    MONDAY);
            chronic(stack, 0, 10, review -> {});
            assertThat(raised(stack)).singleElement().satisfies(alert -> {
                assertThat(alert.getThemeName()).isEqualTo("Boxes that are too small");
                assertThat(alert.getTeam()).isEqualTo("packers");
                assertThat(alert.getTaxonomyVersion()).isEqualTo("test-2");
            });
        }
    }
}
