package io.biggerbox.text;

import io.biggerbox.text.learned.ThemeFeatures;
import io.biggerbox.text.learned.ThemeScorer;
import io.biggerbox.text.learned.ThemeSums;
import io.biggerbox.text.themes.ThemeMatcher;
import io.biggerbox.text.tokens.Line;
import io.biggerbox.text.tokens.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds themes by what was learned for them, beside those that phrases and terms found. A sentence is read alone; a text of
 * up to three sentences is read as a whole first, because its sentences explain each other. The polarity is that of the
 * sentence: unlike a phrase, a learned theme is no complaint by itself.
 */
final class LearnedReader {
    /** Up to so many sentences a text is read as a whole. */
    private static final int SHORT_TEXT = 3;

    /** In a text that was read as a whole, a sentence must be this sure of another theme. */
    private static final float SURE_ALONE = 0.7f;

    private final ThemeScorer scorer;
    private final ThemeMatcher matcher;

    LearnedReader(ThemeScorer scorer, ThemeMatcher matcher) {
        this.scorer = scorer;
        this.matcher = matcher;
    }

    /** A sentence that was read. */
    private static final class Noted {
        private final List<Token> tokens;
        private final Span span;
        private final Sentiment sentiment;
        private final ThemeSums sums;

        /** Probability of every class. */
        private final float[] said;

        Noted(List<Token> tokens, Span span, Sentiment sentiment, ThemeSums sums, float[] said) {
            this.tokens = tokens;
            this.span = span;
            this.sentiment = sentiment;
            this.sums = sums;
            this.said = said;
        }

        ThemeMention mention(String theme, String evidence) {
            double score = sentiment.label() == SentimentLabel.NEUTRAL ? 0 : sentiment.score();
            return new ThemeMention(theme, sentiment.label(), score, span, evidence);
        }
    }

    /** The sentences of one text so far; confined to one thread. */
    final class Notes {
        private final ThemeFeatures features = new ThemeFeatures();
        private final List<Noted> sentences = new ArrayList<>();

        /** Forgets the text before. */
        void clear() {
            sentences.clear();
        }

        /** Takes a sentence. */
        void take(List<Token> tokens, Line line, Span span, Sentiment sentiment) {
            ThemeSums sums = scorer.sums(line, features);
            sentences.add(new Noted(tokens, span, sentiment, sums, scorer.probabilities(sums)));
        }

        /**
         * Adds what was learned about all sentences to what else was found in them, and brings all into the order of the
         * text.
         *
         * @param line is laid out anew
         * @param mentions those that phrases and terms found
         */
        void finish(Line line, List<ThemeMention> mentions) {
            int before = mentions.size();
            boolean together = sentences.size() > 1 && sentences.size() <= SHORT_TEXT;
            if (together) {
                whole(line, mentions);
            }
            for (Noted sentence : sentences) {
                for (int c = 0; c < sentence.said.length; c++) {
                    boolean sure = !together || sentence.said[c] >= SURE_ALONE;
                    if (sure && scorer.model().claims(sentence.said, c)) {
                        String evidence = (together ? Likelihood.LEARNED_HERE : Likelihood.LEARNED)
                                + hundredths(sentence.said[c]);
                        found(c, evidence, together ? null : sentence, sentence, line, mentions);
                    }
                }
            }
            if (mentions.size() > before) {
                mentions.sort(Comparator.comparingInt(mention -> mention.span().start()));
            }
        }

        private void whole(Line line, List<ThemeMention> mentions) {
            ThemeSums all = scorer.nothing();
            sentences.forEach(sentence -> all.add(sentence.sums));
            float[] said = scorer.probabilities(all);
            for (int c = 0; c < said.length; c++) {
                if (scorer.model().claims(said, c)) {
                    found(c, Likelihood.LEARNED + hundredths(said[c]), null, mostSaid(c), line, mentions);
                }
            }
        }

        private Noted mostSaid(int label) {
            Noted most = sentences.get(0);
            for (Noted sentence : sentences) {
                most = sentence.said[label] > most.said[label] ? sentence : most;
            }
            return most;
        }

        /** Adds to the reasons of a mention that is there already, in {@code within} or anywhere; else it is a new one. */
        private void found(
                int label,
                String evidence,
                @Nullable Noted within,
                Noted best,
                Line line,
                List<ThemeMention> mentions) {
            String theme = theme(label);
            boolean known = false;
            for (int i = 0; i < mentions.size(); i++) {
                ThemeMention mention = mentions.get(i);
                if (mention.theme().equals(theme)
                        && (within == null || mention.span().equals(within.span))) {
                    known = true;
                    if (!isLearned(mention.evidence())) {
                        mentions.set(i, mention.because(mention.evidence() + ", " + evidence));
                    }
                }
            }
            line.lay(best.tokens);
            if (!known && !matcher.excludes(line, theme)) {
                List<String> words = scorer.telling(line, best.sums, label);
                String why = words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
                mentions.add(best.mention(theme, evidence + why));
            }
        }
    }

    private static boolean isLearned(String evidence) {
        return evidence.contains(Likelihood.LEARNED) || evidence.contains(Likelihood.LEARNED_HERE);
    }

    /** Paper for one thread. */
    Notes notes() {
        return new Notes();
    }

    /** As in {@code %.2f}, at a fraction of its cost: every mention has one. */
    private static String hundredths(float share) {
        int hundredths = Math.round(100 * share);
        return hundredths / 100 + (hundredths % 100 < 10 ? ".0" : ".") + hundredths % 100;
    }

    private String theme(int label) {
        return scorer.model().labels().get(label);
    }
}
