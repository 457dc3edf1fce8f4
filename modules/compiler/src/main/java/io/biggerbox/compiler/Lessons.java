package io.biggerbox.compiler;

import io.biggerbox.text.sentiment.SentimentModel;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.Theme;
import io.biggerbox.text.tokens.SentenceSplitter;
import io.biggerbox.text.tokens.Token;
import io.biggerbox.text.tokens.Tokenizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All texts to learn from, none twice: first those that somebody put into themes, then a fixed sample of the open history.
 * Long texts of the history are cut into sentences, because that is how the reader reads them.
 */
final class Lessons {
    /** Up to so many sentences a text is read as a whole. */
    static final int SHORT_TEXT = 3;

    private static final int FEWEST_WORDS = 3;
    private static final int SPREAD = 0x9e3779b9;

    private final List<String> themes;
    private final List<String> texts = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private int left;

    private Lessons(List<String> themes) {
        this.themes = List.copyOf(themes);
    }

    /** @param most open texts at most */
    static Lessons of(Taxonomy taxonomy, History history, int most) {
        Lessons lessons = new Lessons(taxonomy.themes().stream().map(Theme::id).toList());
        Map<String, Example> judged = new LinkedHashMap<>();
        history.judged().forEach(example -> judged.putIfAbsent(example.text(), example));
        for (Theme theme : taxonomy.themes()) {
            for (String phrase : phrases(theme)) {
                judged.putIfAbsent(phrase, new Example(phrase, List.of(theme.id()), true));
            }
        }
        judged.forEach((text, example) -> {
            lessons.texts.add(text);
            lessons.examples.add(example);
        });
        List<String> open = sentences(history.open()).stream()
                .filter(text -> !judged.containsKey(text))
                .distinct()
                .sorted(Comparator.comparingInt((String text) -> text.hashCode() * SPREAD)
                        .thenComparing(text -> text))
                .toList();
        lessons.left = Math.max(0, open.size() - most);
        lessons.texts.addAll(open.subList(0, Math.min(most, open.size())));
        return lessons;
    }

    /** A theme without phrases is known by its name and terms only. */
    private static List<String> phrases(Theme theme) {
        if (!theme.phrases().isEmpty()) {
            return theme.phrases();
        }
        List<String> words = new ArrayList<>(theme.include());
        words.add(theme.name());
        return words;
    }

    private static List<String> sentences(List<String> texts) {
        Tokenizer tokenizer = new Tokenizer(SentimentModel.shipped().vocabulary());
        List<String> all = new ArrayList<>(texts.size());
        for (String text : texts) {
            List<List<Token>> sentences = SentenceSplitter.split(text, tokenizer.tokens(text));
            if (sentences.size() <= SHORT_TEXT) {
                if (!sentences.isEmpty()) {
                    all.add(text.strip());
                }
                continue;
            }
            for (List<Token> sentence : sentences) {
                if (sentence.stream().filter(Token::isWord).count() >= FEWEST_WORDS) {
                    all.add(text.substring(
                            sentence.get(0).start(),
                            sentence.get(sentence.size() - 1).end()));
                }
            }
        }
        return all;
    }

    /** All texts. */
    List<String> texts() {
        return texts;
    }

    int size() {
        return texts.size();
    }

    /** How many texts come first that somebody put into themes. */
    int judged() {
        return examples.size();
    }

    /** Open texts that the sample left out. */
    int left() {
        return left;
    }

    Example example(int i) {
        return examples.get(i);
    }

    /** Ids of the themes; the class after the last is none of them. */
    List<String> themes() {
        return themes;
    }

    /** Probabilities of all classes for each judged text; null for open ones and for those that {@code hidden} names. */
    float[] @Nullable [] given(boolean[] hidden) {
        Map<String, Integer> places = new HashMap<>();
        for (int c = 0; c < themes.size(); c++) {
            places.put(themes.get(c), c);
        }
        float[][] given = new float[texts.size()][];
        for (int i = 0; i < examples.size(); i++) {
            if (!hidden[i]) {
                List<Integer> own = examples.get(i).themes().stream()
                        .filter(places::containsKey)
                        .map(theme -> places.getOrDefault(theme, 0))
                        .toList();
                given[i] = new float[themes.size() + 1];
                for (int c : own) {
                    given[i][c] = 1f / own.size();
                }
                given[i][themes.size()] = own.isEmpty() ? 1 : 0;
            }
        }
        return given;
    }
}
