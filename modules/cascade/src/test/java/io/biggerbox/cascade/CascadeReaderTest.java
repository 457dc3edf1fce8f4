package io.biggerbox.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.sentences.SentenceModel;
import io.biggerbox.text.FastReader;
import io.biggerbox.text.Leaning;
import io.biggerbox.text.ReaderChoice;
import io.biggerbox.text.Readers;
import io.biggerbox.text.Reading;
import io.biggerbox.text.ReadingStatus;
import io.biggerbox.text.SecondOpinion;
import io.biggerbox.text.SecondOpinionException;
import io.biggerbox.text.Sentence;
import io.biggerbox.text.SentimentLabel;
import io.biggerbox.text.TextReader;
import io.biggerbox.text.taxonomy.StarterTaxonomies;
import io.biggerbox.text.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CascadeReaderTest {
    private static final Taxonomy TAXONOMY = StarterTaxonomies.load("general");

    private static final List<String> TEXTS = List.of(
            "The parcel box was too small again.",
            "Well, I have had worse, and the driver did smile.",
            "I would not say that the app is bad, but it is not what I had hoped for.",
            "Delivery took three weeks. The support agent was kind though. I may order again.",
            "It does what it says on the tin",
            "Not a single complaint from me.",
            "You need two clicks where one would do?",
            "😀 [link] 4111 1111 1111 1111 anna@example.org");

    private static Readers half;

    @BeforeAll
    static void open() {
        half = Readers.open(ReaderChoice.CASCADE, 0.5);
    }

    @AfterAll
    static void close() {
        half.close();
    }

    @Test
    void itIsFoundAndSaysSoInItsVersion() {
        String fast = FastReader.create(TAXONOMY).modelVersion();
        TextReader reader = half.apply(TAXONOMY);
        assertThat(reader.modelVersion()).isEqualTo(fast + "+cascade-1@0.50");
        assertThat(reader.read(TEXTS.get(0)).modelVersion()).isEqualTo(reader.modelVersion());
        try (Readers usual = Readers.open(ReaderChoice.CASCADE, null)) {
            assertThat(usual.apply(TAXONOMY).modelVersion()).isEqualTo(fast + "+cascade-1@0.10");
        }
    }

    @Test
    void withoutAShareItReadsLikeTheFastReader() {
        TextReader fast = FastReader.create(TAXONOMY);
        try (Readers none = Readers.open(ReaderChoice.CASCADE, 0.0)) {
            for (String text : TEXTS) {
                assertThat(withoutVersion(none.apply(TAXONOMY).read(text))).isEqualTo(withoutVersion(fast.read(text)));
            }
        }
    }

    @Test
    void itUnderstandsWhatWordsAloneDoNotSay() {
        try (Readers all = Readers.open(ReaderChoice.CASCADE, 1.0)) {
            TextReader reader = all.apply(TAXONOMY);
            assertThat(reader.read("I wish I had known about this shop years ago.")
                            .sentiment()
                            .label())
                    .isEqualTo(SentimentLabel.POSITIVE);
            assertThat(reader.read("I want my two hours back.").sentiment().label())
                    .isEqualTo(SentimentLabel.NEGATIVE);
        }
    }

    @Test
    void mentionsFollowASentenceThatIsOverruled() {
        String text = "The delivery was great.";
        Reading fast = FastReader.create(TAXONOMY).read(text);
        assertThat(fast.mentions()).isNotEmpty().allMatch(mention -> mention.polarity() == SentimentLabel.POSITIVE);
        Reading overruled =
                FastReader.create(TAXONOMY, new Fixed(new Leaning(6, -6))).read(text);
        assertThat(overruled.sentiment().label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(overruled.sentences()).extracting(Sentence::sentiment).containsExactly(overruled.sentiment());
        assertThat(overruled.mentions())
                .hasSameSizeAs(fast.mentions())
                .noneMatch(mention -> mention.polarity() == SentimentLabel.POSITIVE);
    }

    @Test
    void onlyRedactedTextIsShown() {
        List<String> shown = new ArrayList<>();
        FastReader reader = FastReader.create(TAXONOMY, new Fixed(new Leaning(0, 0)) {
            @Override
            public Leaning of(String text, Leaning first) {
                shown.add(text);
                return first;
            }
        });
        reader.read("My name is Anna Smith, anna@example.org, card 4111 1111 1111 1111. The delivery was late!");
        assertThat(shown).isNotEmpty().allSatisfy(text -> assertThat(text)
                .doesNotContain("Anna")
                .doesNotContain("example.org")
                .doesNotContain("4111"));
    }

    @Test
    void onlySoManySentencesOfATextAreShown() {
        AtomicLong asked = new AtomicLong();
        FastReader reader = FastReader.create(TAXONOMY, new Fixed(new Leaning(0, 0)) {
            @Override
            public Leaning of(String text, Leaning first) {
                asked.incrementAndGet();
                return first;
            }
        });
        Reading reading = reader.read("The delivery was late. ".repeat(1000));
        assertThat(reading.sentences()).hasSize(1000);
        assertThat(asked).hasValue(8);
    }

    @Test
    void aModelThatFailsLeavesTheFastReading() throws Exception {
        SentenceModel closed = SentenceModel.load(CascadeProvider.ENCODER);
        closed.close();
        SecondOpinion broken = new SentenceOpinion(CascadeModel.shipped(), closed, 1);
        FastReader fast = FastReader.create(TAXONOMY);
        FastReader reader = FastReader.create(TAXONOMY, broken);
        for (String text : TEXTS) {
            Reading reading = reader.read(text);
            assertThat(withoutVersion(reading)).isEqualTo(withoutVersion(fast.read(text)));
        }
        assertThat(reader.read(TEXTS.get(0)).modelVersion()).isEqualTo(fast.modelVersion());
    }

    @Test
    void fourThreadsReadLikeOne() throws Exception {
        TextReader reader = half.apply(TAXONOMY);
        List<String> texts = new ArrayList<>(TEXTS);
        Random random = new Random(5);
        for (int i = 0; i < 40; i++) {
            texts.add(mixture(random));
        }
        List<Reading> alone = texts.stream().map(reader::read).toList();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Reading>> together = new ArrayList<>();
            for (String text : texts) {
                together.add(pool.submit(() -> reader.read(text)));
            }
            for (int i = 0; i < texts.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void hostileTextsAreRead() {
        try (Readers all = Readers.open(ReaderChoice.CASCADE, 1.0)) {
            TextReader reader = all.apply(TAXONOMY);
            for (String text : List.of(
                    "x".repeat(100_000),
                    "o".repeat(10_000) + " not good",
                    "The box is too small. ".repeat(10_000),
                    "bad ".repeat(250_000),
                    "e\u0301\u0302\u0303".repeat(3_000) + " bad box",
                    "\ud83d bad \ude00 box \u0000 \u202e",
                    "<b>bad</b> &amp; [email] [ http:// @",
                    "😀".repeat(5_000))) {
                Reading reading = reader.read(text);
                assertThat(reading.status()).isIn(ReadingStatus.READ, ReadingStatus.UNSUPPORTED_LANGUAGE);
                assertThat(reading.modelVersion()).isEqualTo(reader.modelVersion());
                assertThat(reader.read(text)).isEqualTo(reading);
            }
        }
    }

    private static String mixture(Random random) {
        List<String> words =
                List.of("delivery ", "not ", "good ", "late ", "but ", "I ", "box ", ". ", "? ", "😀", "[");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i >= 0; i--) {
            text.append(words.get(random.nextInt(words.size())));
        }
        return text.toString();
    }

    private static Reading withoutVersion(Reading reading) {
        return new Reading(
                reading.status(),
                reading.redacted(),
                reading.language(),
                reading.sentiment(),
                reading.sentences(),
                reading.mentions(),
                reading.intents(),
                "");
    }

    /** Says the same of everything. */
    private static class Fixed implements SecondOpinion {
        private final Leaning answer;

        Fixed(Leaning answer) {
            this.answer = answer;
        }

        @Override
        public boolean wanted(Leaning first) {
            return true;
        }

        @Override
        public Leaning of(String text, Leaning first) throws SecondOpinionException {
            return answer;
        }

        @Override
        public String version() {
            return "fixed-1";
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
