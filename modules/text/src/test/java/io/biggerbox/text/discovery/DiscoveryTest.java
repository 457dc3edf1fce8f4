package io.biggerbox.text.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {

    private static final long MONDAY = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;

    private static final List<String> GIFT_CARD = List.of(
            "The gift card code was rejected at the checkout.",
            "My gift card is not accepted, it says the code is invalid.",
            "I tried the gift card three times and the code was refused.",
            "Checkout refuses the code of my gift card.",
            "Gift card code does not work at all.",
            "The code on the gift card I bought is invalid.",
            "It rejects my gift card code every time.",
            "Cannot pay with a gift card, the code is rejected.");

    private static final List<String> MIXED = List.of(
            "The staff at the desk shouted at us.",
            "My coffee was cold when it came.",
            "The zip of the jacket broke on the second day.",
            "Parking cost more than the ticket itself.",
            "The music in the waiting room hurt my ears.",
            "Nobody could tell me where platform nine was.",
            "The paint came off after one wash.",
            "They painted the wall in the wrong colour.");

    private final SentenceVectors vectors = new MeaningVectors();
    private final HeapStore store = new HeapStore();
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();
    private Discovery discovery = new Discovery(DiscoverySettings.DEFAULTS, vectors, store);

    private static PainReport report(String id, long revision, long customer, long at, String... sentences) {
        List<PainSentence> all = IntStream.range(0, sentences.length)
                .mapToObj(i -> new PainSentence(i * 100, sentences[i]))
                .toList();
        return new PainReport(id, revision, customer, "Shop", at, new PainReport.SourcePlace("voc.reviews", 2, 7), all);
    }

    private void tell(PainReport report) {
        discovery.report(report);
        collect();
    }

    private void advance(long to) {
        discovery.advance(to);
        collect();
    }

    private void collect() {
        discovery.drain().forEach(candidate -> candidates.put(candidate.id(), candidate));
    }

    private Candidate only() {
        assertThat(candidates).hasSize(1);
        return candidates.values().iterator().next();
    }

    private void giftCardsByDifferentCustomers() {
        for (int i = 0; i < GIFT_CARD.size(); i++) {
            tell(report("g" + i, 1, 100 + i, MONDAY + i * HOUR, GIFT_CARD.get(i)));
            tell(report("m" + i, 1, 200 + i, MONDAY + i * HOUR, MIXED.get(i)));
        }
    }

    @Test
    void whatManyCustomersSayIsOfferedUnderItsOwnWords() {
        giftCardsByDifferentCustomers();
        assertThat(candidates).as("the day is not over").isEmpty();
        advance(MONDAY + DAY + 3 * HOUR);

        Candidate candidate = only();
        assertThat(candidate.status()).isEqualTo(CandidateStatus.OPEN);
        assertThat(candidate.id()).matches("TC-[0-9A-Z]{10}");
        assertThat(candidate.revision()).isEqualTo(1);
        assertThat(candidate.sentences()).isEqualTo(8);
        assertThat(candidate.customers()).isEqualTo(8);
        assertThat(candidate.name()).contains("gift card");
        assertThat(candidate.firstSeen()).isEqualTo(MONDAY);
        assertThat(candidate.lastSeen()).isEqualTo(MONDAY + 7 * HOUR);
        assertThat(candidate.weeks()).containsExactly(8L);
        assertThat(candidate.lastWeek()).isEqualTo((int) (MONDAY / DAY));
        assertThat(candidate.products()).containsExactly("Shop");
        assertThat(candidate.quotes()).hasSize(5).allSatisfy(quote -> {
            assertThat(GIFT_CARD).contains(quote.text());
            assertThat(quote.source().offset()).isEqualTo(7);
        });
        assertThat(candidate.quotes()).extracting(CandidateQuote::customer).doesNotHaveDuplicates();
    }

    @Test
    void oneCustomerIsOneHoweverOftenTheyWrite() {
        for (int i = 0; i < 40; i++) {
            tell(report("g" + i, 1, 1, MONDAY + i * HOUR / 4, GIFT_CARD.get(i % 8)));
        }
        advance(MONDAY + 3 * DAY);
        assertThat(candidates).isEmpty();
    }

    @Test
    void unlikeSentencesAreNoise() {
        for (int i = 0; i < MIXED.size(); i++) {
            tell(report("m" + i, 1, i, MONDAY + i * HOUR, MIXED.get(i)));
        }
        advance(MONDAY + 3 * DAY);
        assertThat(candidates).isEmpty();
        assertThat(discovery.size()).isGreaterThan(4);
    }

    @Test
    void whatIsHeardOfNoMoreFadesAndIsForgotten() {
        giftCardsByDifferentCustomers();
        advance(MONDAY + 2 * DAY);
        assertThat(only().status()).isEqualTo(CandidateStatus.OPEN);
        advance(MONDAY + 70 * DAY);
        assertThat(only().status()).isEqualTo(CandidateStatus.FADED);
        assertThat(only().revision()).isEqualTo(2);
        advance(MONDAY + 300 * DAY);
        advance(MONDAY + 301 * DAY);
        assertThat(discovery.size()).isZero();
        discovery.save();
        assertThat(store.keys("c|") + store.keys("w|")).isZero();
    }

    @Test
    void repeatedDeliveriesCountOnceAndEditsReplace() {
        giftCardsByDifferentCustomers();
        tell(report("g0", 1, 100, MONDAY, GIFT_CARD.get(0)));
        tell(report("g1", 2, 101, MONDAY + HOUR, GIFT_CARD.get(1)));
        advance(MONDAY + DAY + 3 * HOUR);
        assertThat(only().sentences()).isEqualTo(8);

        tell(report("g2", 2, 102, MONDAY + 2 * HOUR));
        tell(report("g3", 2, 103, MONDAY + 3 * HOUR, MIXED.get(0)));
        tell(report("g3", 1, 103, MONDAY + 3 * HOUR, GIFT_CARD.get(3)));
        advance(MONDAY + 3 * DAY);
        assertThat(only().sentences()).isEqualTo(6);
        assertThat(only().customers()).isEqualTo(6);
        assertThat(only().weeks()).containsExactly(6L);
        assertThat(only().quotes()).extracting(CandidateQuote::feedbackId).doesNotContain("g2", "g3");
    }

    @Test
    void aCustomerWhoSaidItTwiceStaysWhenOneIsTakenBack() {
        giftCardsByDifferentCustomers();
        tell(report("again", 1, 100, MONDAY + 9 * HOUR, GIFT_CARD.get(4)));
        advance(MONDAY + 2 * DAY);
        assertThat(only().customers()).isEqualTo(8);
        tell(report("again", 2, 100, MONDAY + 9 * HOUR));
        advance(MONDAY + 4 * DAY);
        assertThat(only().customers()).isEqualTo(8);
        assertThat(only().sentences()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfArrivalWithinTheLatenessDoesNotMatter(long seed) {
        List<PainReport> reports = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            // Many at one and the same time.
            long at = MONDAY + (i / 6) * HOUR;
            String text = i % 3 == 0 ? MIXED.get(i % 8) : GIFT_CARD.get(i % 8);
            reports.add(report("f" + i, 1, i, at, text));
        }
        List<Candidate> inOrder = run(reports);
        List<PainReport> shuffled = new ArrayList<>();
        Random random = new Random(seed);
        for (int i = 0; i < reports.size(); i += 12) {
            List<PainReport> twoHours = new ArrayList<>(reports.subList(i, Math.min(i + 12, reports.size())));
            Collections.shuffle(twoHours, random);
            shuffled.addAll(twoHours);
        }
        assertThat(run(shuffled)).isEqualTo(inOrder).isNotEmpty();
    }

    private List<Candidate> run(List<PainReport> reports) {
        Discovery own = new Discovery(DiscoverySettings.DEFAULTS, vectors, new HeapStore());
        reports.forEach(own::report);
        own.advance(MONDAY + 2 * DAY);
        return own.drain();
    }

    @Test
    void aRestartChangesNothing() {
        List<Candidate> without = new ArrayList<>();
        Discovery through = new Discovery(DiscoverySettings.DEFAULTS, vectors, new HeapStore());
        List<Candidate> with = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String text = i % 2 == 0 ? MIXED.get(i / 2 % 8) + " " + i % 11 : GIFT_CARD.get(i / 2 % 8);
            PainReport each = report("f" + i, 1, i % 37, MONDAY + i * HOUR, text);
            through.report(each);
            without.addAll(through.drain());
            discovery.report(each);
            with.addAll(discovery.drain());
            if (i % 7 == 0) {
                discovery.save();
                discovery = new Discovery(DiscoverySettings.DEFAULTS, vectors, store);
            }
        }
        assertThat(with).isEqualTo(without).hasSizeGreaterThan(5);
    }

    @Test
    void memoryIsBoundedWhateverComes() {
        DiscoverySettings few = new DiscoverySettings(28, 40, 0.99, 0.999, 4, 0.5, 5, 0, 10);
        discovery = new Discovery(few, vectors, store);
        List<String> words =
                List.of("door", "wheel", "paint", "coffee", "invoice", "ticket", "noise", "shoe", "router");
        for (int i = 0; i < 2_000; i++) {
            String text = words.get(i % 9) + " " + words.get(i / 9 % 9) + " " + words.get(i / 81 % 9) + " number " + i;
            tell(report("f" + i, 1, i, MONDAY + i * HOUR / 10, text));
            assertThat(discovery.size()).isLessThanOrEqualTo(40);
        }
        discovery.save();
        assertThat(store.keys("c|")).isLessThanOrEqualTo(40);
        assertThat(store.keys("h|")).isLessThan(30);
    }

    @Test
    void whatSaysTheSameBecomesOneAndCanStillBeTakenBack() {
        // Nothing joins, so that every sentence opens a cluster; at the end of the day they merge.
        DiscoverySettings apart = new DiscoverySettings(28, 500, 3, 0.6, 4, 0.5, 5, 2, 50);
        discovery = new Discovery(apart, vectors, store);
        giftCardsByDifferentCustomers();
        advance(MONDAY + 12 * HOUR);
        assertThat(discovery.size()).isGreaterThan(10);
        advance(MONDAY + 2 * DAY);
        Candidate merged = candidates.values().stream()
                .filter(each -> each.status() == CandidateStatus.OPEN)
                .findFirst()
                .orElseThrow();
        assertThat(merged.customers()).isGreaterThanOrEqualTo(7);
        assertThat(merged.id()).isEqualTo(discovery.clustersOf("g7").get(0));

        tell(report("g7", 2, 107, MONDAY + 7 * HOUR));
        advance(MONDAY + 4 * DAY);
        assertThat(Objects.requireNonNull(candidates.get(merged.id())).customers())
                .isEqualTo(merged.customers() - 1);
    }

    @Test
    void whatIsDismissedStaysSoAndTakesInWhatIsLikeIt() {
        giftCardsByDifferentCustomers();
        advance(MONDAY + 2 * DAY);
        String id = only().id();
        assertThat(discovery.decide(id, CandidateStatus.DISMISSED, null)).isTrue();
        collect();
        assertThat(only().status()).isEqualTo(CandidateStatus.DISMISSED);
        for (int i = 0; i < 8; i++) {
            tell(report("n" + i, 1, 300 + i, MONDAY + 3 * DAY + i * HOUR, GIFT_CARD.get(i)));
        }
        advance(MONDAY + 5 * DAY);
        assertThat(only().status()).isEqualTo(CandidateStatus.DISMISSED);
        assertThat(only().customers()).isEqualTo(16);

        assertThat(discovery.decide(id, CandidateStatus.PROMOTED, "payment.gift-card"))
                .isTrue();
        collect();
        assertThat(only().theme()).isEqualTo("payment.gift-card");
        assertThat(discovery.decide("TC-0000000000", CandidateStatus.DISMISSED, null))
                .isFalse();
    }

    @Test
    void aQuietStreamIsSettledWithoutTheNextDay() {
        giftCardsByDifferentCustomers();
        discovery.settle();
        collect();
        assertThat(only().customers()).isEqualTo(8);
    }

    @Test
    void sentencesThatSayNothingAreLeftOut() {
        for (int i = 0; i < 10; i++) {
            tell(report("f" + i, 1, i, MONDAY, "", "!!! 😡", "\uD800", "zzxqv"));
        }
        advance(MONDAY + 2 * DAY);
        assertThat(discovery.size()).isZero();
        assertThat(store.keys("f|")).isZero();
    }

    @Test
    void otherVectorsBeginAnew() {
        giftCardsByDifferentCustomers();
        advance(MONDAY + 2 * DAY);
        discovery.save();
        SentenceVectors other = new SentenceVectors() {
            @Override
            public int dimensions() {
                return 2;
            }

            @Override
            public String version() {
                return "other";
            }

            @Override
            public double likeness() {
                return 0.5;
            }

            @Override
            public float[] of(String sentence) {
                return new float[] {1, 0};
            }
        };
        assertThat(new Discovery(DiscoverySettings.DEFAULTS, other, store).size())
                .isZero();
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new DiscoverySettings(0, 500, 0.8, 0.9, 4, 0.5, 5, 2, 50))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
