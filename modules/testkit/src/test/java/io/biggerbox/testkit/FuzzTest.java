package io.biggerbox.testkit;

import static io.biggerbox.testkit.Events.MONDAY;
import static io.biggerbox.testkit.Events.command;
import static io.biggerbox.testkit.Events.nps;
import static io.biggerbox.testkit.Events.review;
import static io.biggerbox.testkit.Events.ticket;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.CommandKind;
import io.biggerbox.events.Correction;
import io.biggerbox.events.Feedback;
import io.biggerbox.events.Polarity;
import io.biggerbox.events.ThemeDecision;
import io.biggerbox.events.ThemeDecisionKind;
import io.biggerbox.events.topics.Topic;
import io.biggerbox.testkit.Fuzz.Spoilt;
import io.biggerbox.testkit.Fuzz.Way;
import io.biggerbox.topologies.taxonomy.TaxonomyRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand spoilt records on every input among good ones: the stream never stops, every bad one is a dead letter with its
 * bytes, and every good one is counted.
 */
class FuzzTest {

    private static final int RECORDS = 10_000;
    private static final int GOOD_EVERY = 10;
    private static final long SEED = 20_261_122;
    private static final String GOOD = "Good";

    /** Applications that each read feedback, and each report what they cannot read. */
    private static final int READERS_OF_FEEDBACK = 3;

    private final TestStack stack = TestStack.ephemeral();
    private final Fuzz fuzz = new Fuzz(SEED);
    private final Map<String, Long> offsets = new HashMap<>();
    private final Map<Place, Spoilt> sent = new HashMap<>();

    /** Where a record stands. */
    private record Place(String topic, long offset) {}

    @AfterEach
    void close() {
        stack.close();
    }

    private static Instant at(int i) {
        return MONDAY.plusSeconds(i);
    }

    private <V extends SpecificRecord> void spoil(Topic<String, V> topic, Set<Way> ways, int i, String key, V record) {
        List<Way> all = List.copyOf(ways);
        byte[] other = topic.name().equals(stack.topics().reviews().name())
                ? stack.bytes(stack.topics().surveys(), nps("o", "o", MONDAY, 1).build())
                : stack.bytes(stack.topics().reviews(), review("o", "o", MONDAY).build());
        Spoilt spoilt = fuzz.spoil(all.get(i % all.size()), key, stack.bytes(topic, record), other);
        stack.pipeline().sendBytes(topic.name(), spoilt.key(), spoilt.value(), at(i));
        sent.put(new Place(topic.name(), offsets.merge(topic.name(), 1L, Long::sum) - 1), spoilt);
    }

    private void spoilEveryInput(int i) {
        var topics = stack.topics();
        Set<Way> all = EnumSet.allOf(Way.class);
        Instant at = at(i);
        String who = "fuzz" + i;
        // The record itself may be odd before it is spoilt.
        String text = fuzz.text();
        Instant time = i % 3 == 0 ? Instant.ofEpochMilli(fuzz.time()) : at;
        spoil(
                topics.reviews(),
                all,
                i,
                who,
                review("r-" + i, who, time).setText(text).setProduct("Fuzz").build());
        spoil(
                topics.tickets(),
                all,
                i,
                who,
                ticket("t-" + i, who, time)
                        .setDescription(text)
                        .setProduct("Fuzz")
                        .build());
        spoil(
                topics.surveys(),
                all,
                i,
                who,
                nps("s-" + i, who, time, i % 14)
                        .setComment(text)
                        .setProduct("Fuzz")
                        .build());
        spoil(
                topics.commands(),
                EnumSet.complementOf(EnumSet.of(Way.KEY)),
                i,
                "Fuzz",
                command("c-" + i, CommandKind.ACKNOWLEDGE, time)
                        .setProduct("Fuzz")
                        .build());
        Set<Way> compacted = EnumSet.complementOf(EnumSet.of(Way.NOTHING));
        spoil(topics.corrections(), compacted, i, "shop:f" + i, correction("shop:f" + i, text, time));
        spoil(topics.themeDecisions(), compacted, i, "candidate" + i, decision("candidate" + i, time));
        spoil(
                topics.taxonomy(),
                EnumSet.of(Way.GARBAGE, Way.CUT, Way.UNKNOWN_ID, Way.TRAILING, Way.OTHER_SCHEMA),
                i,
                "default",
                TaxonomyRecords.toRecord(Fixtures.TAXONOMY, at));
    }

    private static Correction correction(String id, String text, Instant at) {
        return Correction.newBuilder()
                .setFeedbackId(id)
                .setRevision(0)
                .setProduct("Fuzz")
                .setCustomerId("fuzz")
                .setRedactedText(text)
                .setSaidThemes(List.of())
                .setDeniedThemes(List.of(Fixtures.BOX))
                .setThemes(List.of())
                .setSentiment(Polarity.NEUTRAL)
                .setActor("ann")
                .setCorrectedAt(at)
                .setModelVersion("m")
                .setTaxonomyVersion("t")
                .build();
    }

    private static ThemeDecision decision(String id, Instant at) {
        return ThemeDecision.newBuilder()
                .setCandidateId(id)
                .setKind(ThemeDecisionKind.DISMISS)
                .setActor("ann")
                .setDecidedAt(at)
                .build();
    }

    /** One complaint on each source topic. */
    private void sendGood(int i) {
        String who = "good" + i;
        stack.send(review("gr" + i, who, at(i)).setProduct(GOOD).build());
        stack.send(ticket("gt" + i, who, at(i)).setProduct(GOOD).build(), at(i));
        stack.send(nps("gs" + i, who, at(i), 9).setProduct(GOOD).build());
        List.of("voc.reviews", "voc.tickets", "voc.surveys").forEach(topic -> offsets.merge(topic, 1L, Long::sum));
    }

    @Test
    void everyBadRecordIsADeadLetterAndEveryGoodOneIsCounted() {
        int good = 0;
        for (int i = 0; i < RECORDS; i++) {
            spoilEveryInput(i);
            if (i % GOOD_EVERY == 0) {
                sendGood(i);
                good++;
            }
        }
        stack.settle();

        var theme = stack.themeStats().get(GOOD + "|" + Fixtures.BOX + "|WEEK|2026-03-02T00:00:00Z");
        assertThat(Objects.requireNonNull(theme).getComplainingCustomers()).isEqualTo(good);
        assertThat(theme.getNegativeMentions()).isEqualTo(2L * good);
        var experience = stack.experienceStats().get(GOOD + "|unknown|WEEK|2026-03-02T00:00:00Z");
        assertThat(Objects.requireNonNull(experience).getFeedback()).isEqualTo(3L * good);
        assertThat(experience.getNpsPromoters()).isEqualTo(good);

        Map<Place, List<DeadLetter>> letters = stack.deadLetters().stream()
                .collect(Collectors.groupingBy(letter -> new Place(letter.topic(), letter.offset())));
        Set<Place> unexplained = new HashSet<>(letters.keySet());
        unexplained.removeAll(sent.keySet());
        assertThat(unexplained).as("dead letters of what was not spoilt").isEmpty();
        Set<Place> read = new HashSet<>();
        for (Feedback feedback : stack.feedback()) {
            read.add(new Place(feedback.getSourceTopic(), feedback.getSourceOffset()));
        }
        List<String> wrong = new ArrayList<>();
        sent.forEach((place, spoilt) -> {
            List<DeadLetter> found = letters.getOrDefault(place, List.of());
            boolean source = Set.of("voc.reviews", "voc.tickets", "voc.surveys").contains(place.topic());
            if (found.size() > 1 || (spoilt.bad() && found.isEmpty())) {
                wrong.add(place + " " + spoilt.way() + ": " + found.size() + " dead letters");
            } else if (source && found.isEmpty() != read.contains(place)) {
                wrong.add(place + " " + spoilt.way() + ": neither read nor a dead letter, or both");
            }
            found.forEach(letter -> {
                assertThat(letter.value()).as("%s", place).isEqualTo(spoilt.value());
                assertThat(letter.key()).as("%s", place).isEqualTo(spoilt.key());
            });
        });
        assertThat(wrong).isEmpty();
        System.out.printf(
                "%d spoilt records, %d dead letters, %d made sense%n",
                sent.size(), stack.deadLetters().size(), sent.size() - letters.size());
    }

    /** Nobody but classify writes feedback; but who does, stops nobody. */
    @Test
    void spoiltFeedbackIsADeadLetterOfEachOfItsReaders() {
        stack.send(review("gr", "good", at(0)).setProduct(GOOD).build());
        byte[] reading = stack.bytes(stack.topics().feedback(), stack.feedback().get(0));
        List<Way> ways = List.of(Way.GARBAGE, Way.CUT, Way.UNKNOWN_ID, Way.TRAILING);
        Map<String, Integer> values = new HashMap<>();
        for (int i = 0; i < RECORDS; i++) {
            Spoilt spoilt = fuzz.spoil(ways.get(i % ways.size()), "c", reading, reading);
            stack.pipeline().sendBytes("voc.feedback", spoilt.key(), spoilt.value(), at(i));
            values.merge(text(Objects.requireNonNull(spoilt.value())), READERS_OF_FEEDBACK, Integer::sum);
        }
        stack.send(review("gr2", "good2", at(RECORDS)).setProduct(GOOD).build());
        stack.settle();

        var theme = stack.themeStats().get(GOOD + "|" + Fixtures.BOX + "|WEEK|2026-03-02T00:00:00Z");
        assertThat(Objects.requireNonNull(theme).getComplainingCustomers()).isEqualTo(2);
        Map<String, Integer> letters = new HashMap<>();
        stack.deadLetters()
                .forEach(letter -> letters.merge(text(Objects.requireNonNull(letter.value())), 1, Integer::sum));
        assertThat(letters).isEqualTo(values);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
