package io.biggerbox.training.variants;

import io.biggerbox.training.corpora.Aside;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes texts of texts: words change places with those nearest in meaning (as in TinyBERT, Jiao et al., 2020), clauses
 * of two texts are joined, and clauses stand alone (Tang et al., 2019). Nobody has to know what they say: the sentence
 * model reads them. Deterministic.
 */
public final class Variants {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][a-z']{2,}");
    private static final Pattern PLAIN = Pattern.compile("[a-z]{3,}");

    /** So many of the most frequent words hold sentences together and stay, unless they have an opinion. */
    private static final int GLUE = 110;

    private static final int FEWEST = 3;
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;

    /** Of ten variants, so many have other words, and so many are joined; all others are single clauses. */
    private static final int EXCHANGED = 5;

    private static final int JOINED = 3;
    private static final int KINDS = 10;

    /** Share of the words that are exchanged: at least, and how much more at most. */
    private static final double LEAST = 0.15;

    private static final double MORE = 0.25;

    /** After so many texts for each that is wanted, no more are to be had. */
    private static final int PATIENCE = 20;

    private final List<String> texts;
    private final List<String> clauses;
    private final NearWords nearWords;
    private final Random random;

    private Variants(List<String> texts, List<String> clauses, NearWords nearWords, Random random) {
        this.texts = texts;
        this.clauses = clauses;
        this.nearWords = nearWords;
        this.random = random;
    }

    /**
     * Prepares to make them.
     *
     * @param texts what they are made of; those kept aside are not used
     * @param words known words
     * @param opinions words with an opinion
     * @param numbers what the sentence model makes of each of the words
     */
    public static Variants of(
            Collection<String> texts,
            List<String> words,
            Collection<String> opinions,
            Function<String, float[]> numbers,
            Random random) {
        List<String> used = texts.stream()
                .filter(text -> text.length() >= SHORTEST && text.length() <= LONGEST && !Aside.holds(text))
                .toList();
        List<String> clauses =
                used.stream().flatMap(text -> Clauses.of(text).stream()).toList();
        List<String> exchangeable = exchangeable(used, words, Set.copyOf(opinions));
        return new Variants(used, clauses, NearWords.of(exchangeable, numbers, random), random);
    }

    private static List<String> exchangeable(List<String> texts, List<String> words, Set<String> opinions) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : texts) {
            WORD.matcher(text).results().forEach(word -> counts.merge(lower(word.group()), 1, Integer::sum));
        }
        Set<String> glue = new HashSet<>(counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(GLUE)
                .map(Map.Entry::getKey)
                .toList());
        glue.removeAll(opinions);
        return words.stream()
                .filter(word -> counts.getOrDefault(word, 0) >= FEWEST)
                .filter(word -> PLAIN.matcher(word).matches() && !glue.contains(word))
                .toList();
    }

    /**
     * Makes some.
     *
     * @param wanted how many; fewer come back when there are too few texts to make them of
     * @return none of them one of the texts that they are made of, none twice, none that would be kept aside
     */
    public List<String> make(int wanted) {
        Set<String> known = new HashSet<>(texts);
        Set<String> made = new LinkedHashSet<>();
        if (clauses.isEmpty()) {
            return List.of();
        }
        for (long tries = 0; made.size() < wanted && tries < (long) PATIENCE * wanted; tries++) {
            String text = one();
            if (!known.contains(text) && !Aside.holds(text)) {
                made.add(text);
            }
        }
        return new ArrayList<>(made);
    }

    private String one() {
        int kind = random.nextInt(KINDS);
        if (kind < EXCHANGED) {
            return exchanged(drawn(texts));
        }
        if (kind < EXCHANGED + JOINED) {
            String joined = Clauses.joined(drawn(clauses), drawn(clauses), random);
            return random.nextBoolean() ? exchanged(joined) : joined;
        }
        return exchanged(Clauses.alone(drawn(clauses), random));
    }

    private String drawn(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String exchanged(String text) {
        double share = LEAST + MORE * random.nextDouble();
        return WORD.matcher(text)
                .replaceAll(word ->
                        Matcher.quoteReplacement(random.nextDouble() < share ? other(word.group()) : word.group()));
    }

    private String other(String word) {
        List<String> near = nearWords.of(lower(word));
        if (near.isEmpty()) {
            return word;
        }
        String other = drawn(near);
        boolean capital = Character.isUpperCase(word.charAt(0));
        return capital ? Character.toUpperCase(other.charAt(0)) + other.substring(1) : other;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
