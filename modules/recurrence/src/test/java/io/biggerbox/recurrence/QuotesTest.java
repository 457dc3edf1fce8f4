package io.biggerbox.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotesTest {

    private static Quote quote(int second, String text, String feedback) {
        return new Quote(text, Instant.ofEpochSecond(second), feedback, "voc.reviews", 1, second);
    }

    private static Quote quote(int second) {
        return quote(second, "words " + second, "f" + second);
    }

    private static byte[] stored(Quotes quotes) {
        ByteSink sink = new ByteSink(1);
        quotes.write(sink);
        return sink.done();
    }

    private static Quotes read(byte[] bytes) {
        return Quotes.read(new ByteSource(bytes, 1, "quotes"));
    }

    @Test
    void theNewestAreKeptWhateverTheirOrderAndWhereverTheyWereStoredOnTheWay() {
        List<Quote> all = new ArrayList<>(
                IntStream.range(0, 40).mapToObj(QuotesTest::quote).toList());
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Collections.shuffle(all, random);
            Quotes quotes = new Quotes();
            for (Quote one : all) {
                Quotes more = new Quotes();
                more.add(List.of(one));
                quotes.addAll(random.nextBoolean() ? more : read(stored(more)));
                quotes = random.nextInt(3) == 0 ? read(stored(quotes)) : quotes;
            }
            assertThat(quotes.list()).extracting(Quote::feedbackId).containsExactly("f39", "f38", "f37", "f36");
        }
    }

    @Test
    void theSameWordsAndTheSameFeedbackAreShownOnce() {
        Quotes quotes = new Quotes();
        quotes.add(List.of(quote(1, "late", "a"), quote(2, "late", "b"), quote(3, "cold", "c"), quote(4, "wet", "c")));
        assertThat(quotes.list()).extracting(Quote::text).containsExactly("wet", "late");
        assertThat(quotes.list()).extracting(Quote::feedbackId).containsExactly("c", "b");
    }

    @Test
    void whatIsAddedToOneIsNotAddedToWhereItWasTakenFrom() {
        Quotes from = new Quotes();
        from.add(List.of(quote(1)));
        Quotes to = new Quotes();
        to.addAll(from);
        to.add(List.of(quote(2)));
        from.add(List.of(quote(3)));
        assertThat(to.list()).extracting(Quote::feedbackId).containsExactly("f2", "f1");
        assertThat(from.list()).extracting(Quote::feedbackId).containsExactly("f3", "f1");
    }

    @Test
    void impactKeepsAFewInAllAlthoughItHasTwoTallies() {
        Impact impact = new Impact(0);
        for (int day = 0; day < 40; day++) {
            impact.moveTo(day, false);
            Tally tally = new Tally();
            tally.add(new Cell(
                    "t",
                    0,
                    0,
                    1,
                    1,
                    1,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    Map.of(),
                    List.of((long) day),
                    List.of(),
                    List.of(quote(100 + day))));
            impact.add(tally);
            impact = Impact.decode(impact.encode(), day);
            assertThat(occurrences("words", impact.encode())).isEqualTo(Math.min(Quotes.MOST, day + 1));
        }
        assertThat(impact.total().who().quotes.list())
                .extracting(Quote::feedbackId)
                .containsExactly("f139", "f138", "f137", "f136");
    }

    @Test
    void eachQuoteFindsItsTopicAgainAlthoughATopicIsWrittenOnce() {
        Quotes quotes = new Quotes();
        String[] topics = {"voc.reviews", "voc.reviews", "voc.tickets", ""};
        for (int i = 0; i < topics.length; i++) {
            quotes.add(List.of(new Quote("words " + i, Instant.ofEpochSecond(9 - i), "f" + i, topics[i], 1, i)));
        }
        byte[] bytes = stored(quotes);
        assertThat(occurrences("voc.reviews", bytes)).isEqualTo(1);
        assertThat(read(bytes).list())
                .isEqualTo(quotes.list())
                .extracting(Quote::topic)
                .containsExactly(topics);
    }

    private static int occurrences(String text, byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).split(Pattern.quote(text), -1).length - 1;
    }

    @Test
    void damagedQuotesAreNamedWhenTheyAreLookedAt() {
        Quotes quotes = read(new byte[] {1, 4, 20, 2});
        assertThatThrownBy(quotes::list)
                .isInstanceOf(StateFormatException.class)
                .hasMessageContaining("quotes");
    }
}
