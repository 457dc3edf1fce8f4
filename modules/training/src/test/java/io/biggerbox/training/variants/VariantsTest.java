package io.biggerbox.training.variants;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.training.corpora.Aside;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VariantsTest {
    private static final Set<String> WORDS = Set.copyOf(MadeUpWords.all());

    /** Every word is in several texts; the last is so frequent that it counts as glue, with 109 others. */
    private static List<String> texts() {
        List<String> words = MadeUpWords.all();
        List<String> texts = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder("Glue");
            for (int w = 0; w < 7; w++) {
                // the first words are rarer than the last
                int place = (int) (words.size() * Math.sqrt(random.nextDouble()));
                text.append(w == 3 ? ", " : " ").append(words.get(place));
            }
            texts.add(text.append('.').toString());
        }
        return texts;
    }

    private static List<String> made(List<String> opinions, int count) {
        return Variants.of(texts(), MadeUpWords.all(), opinions, MadeUpWords::numbers, new Random(5))
                .make(count);
    }

    @Test
    void areNewAndNotKeptAside() {
        List<String> made = made(List.of(), 2_000);

        assertThat(made).hasSize(2_000).doesNotHaveDuplicates().doesNotContainAnyElementsOf(texts());
        assertThat(made).noneMatch(Aside::holds);
    }

    @Test
    void sayWithOtherWordsWhatTheTextsSay() {
        Set<List<Integer>> meanings = new HashSet<>();
        for (String text : texts()) {
            meanings.add(meaning(text));
        }

        long whole = made(MadeUpWords.all(), 2_000).stream()
                .filter(text -> meanings.contains(meaning(text)))
                .count();

        // half of the variants are texts with some words exchanged; what is joined or cut says something else
        assertThat(whole).isBetween(900L, 1_300L);
    }

    @Test
    void leaveFrequentWordsUnlessTheyHaveAnOpinion() {
        List<String> words = MadeUpWords.all();
        String frequent = words.get(words.size() - 1);

        assertThat(exchanges(made(List.of(), 2_000), frequent)).isZero();
        assertThat(exchanges(made(List.of(frequent), 2_000), frequent)).isPositive();
    }

    /** Texts in which a word of the same meaning stands where only {@code word} stood; the others are rarer by far. */
    private static long exchanges(List<String> made, String word) {
        Set<List<String>> before = new HashSet<>();
        texts().forEach(text -> before.add(words(text)));
        long exchanged = 0;
        for (String text : made) {
            List<String> now = words(text);
            for (int w = 0; w < now.size(); w++) {
                List<String> then = new ArrayList<>(now);
                then.set(w, word);
                boolean same = WORDS.contains(now.get(w))
                        && !now.get(w).equals(word)
                        && MadeUpWords.meaning(now.get(w)) == MadeUpWords.meaning(word);
                exchanged += same && before.contains(then) ? 1 : 0;
            }
        }
        return exchanged;
    }

    @Test
    void areTheSameAgain() {
        assertThat(made(List.of(), 500)).isEqualTo(made(List.of(), 500));
    }

    @Test
    void areFewerWhenThereIsLittleToMakeThemOf() {
        List<String> made = Variants.of(
                        List.of("Nothing to see here."),
                        MadeUpWords.all(),
                        List.of(),
                        MadeUpWords::numbers,
                        new Random(5))
                .make(10_000);

        // the one clause, alone and joined with itself
        assertThat(made).isNotEmpty().hasSizeLessThan(60).doesNotContain("Nothing to see here.");
    }

    @Test
    void noneAreMadeOfNothing() {
        assertThat(Variants.of(List.of(), List.of(), List.of(), MadeUpWords::numbers, new Random(5))
                        .make(10))
                .isEmpty();
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^a-z]+"));
    }

    private static List<Integer> meaning(String text) {
        return words(text).stream()
                .filter(WORDS::contains)
                .map(MadeUpWords::meaning)
                .toList();
    }
}
