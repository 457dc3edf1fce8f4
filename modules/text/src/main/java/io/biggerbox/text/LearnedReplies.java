package io.biggerbox.text;

import io.biggerbox.text.learned.ThemeFeatures;
import io.biggerbox.text.learned.ThemeModel;
import io.biggerbox.text.learned.ThemeScorer;
import io.biggerbox.text.learned.ThemeSums;
import io.biggerbox.text.meaning.Meaning;
import io.biggerbox.text.tokens.Line;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds what sentences of vendor replies do by what was learned from examples, in other words than those of the rules. The
 * model is one of themes whose ids are tones: {@code owns-it}, {@code deflects.third-party}. Immutable and safe for use by
 * any number of threads.
 */
final class LearnedReplies {
    private static final String RESOURCE = "/io/biggerbox/text/replies.model";
    private static final String VERSION = "replies-1";
    private static final double PERCENT = 100;

    /** A tone counts when it is likelier than all others together: who reads of an excuse will hold it against somebody. */
    private static final float LIKELIER_THAN_NOT = 0.5f;

    private final ThemeScorer scorer;

    /** What each class of the model means; null for none of the tones. */
    private final List<@Nullable Meant> meant = new ArrayList<>();

    private record Meant(ReplyTone tone, @Nullable Deflection deflection) {}

    private LearnedReplies(ThemeModel model) {
        this.scorer = new ThemeScorer(model, Meaning.shipped());
        model.labels().forEach(label -> meant.add(label.equals(ThemeModel.NONE) ? null : meant(label)));
    }

    private static Meant meant(String label) {
        String[] parts = label.toUpperCase(Locale.ROOT).replace('-', '_').split("\\.", -1);
        return new Meant(ReplyTone.valueOf(parts[0]), parts.length == 1 ? null : Deflection.valueOf(parts[1]));
    }

    /** The model that ships with the module; read when the first reply is. */
    static LearnedReplies shipped() {
        return Shipped.REPLIES;
    }

    private static final class Shipped {
        private static final LearnedReplies REPLIES = load();

        private static LearnedReplies load() {
            try (InputStream in = LearnedReplies.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("the module lacks its resource " + RESOURCE);
                }
                return new LearnedReplies(ThemeModel.read(in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What a sentence most likely does; null when that is nothing, or not sure enough. */
    @Nullable
    ReplyAct read(Line line, Span span) {
        ThemeSums sums = scorer.sums(line, new ThemeFeatures());
        float[] said = scorer.probabilities(sums);
        for (int label = 0; label < said.length; label++) {
            if (said[label] >= LIKELIER_THAN_NOT) {
                @Nullable Meant does = meant.get(label);
                return does == null || !scorer.model().claims(said, label)
                        ? null
                        : act(does, said[label], line, sums, label, span);
            }
        }
        return null;
    }

    private ReplyAct act(Meant does, float said, Line line, ThemeSums sums, int label, Span span) {
        double sure = Math.round(PERCENT * said) / PERCENT;
        List<String> words = scorer.telling(line, sums, label);
        String why = words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
        return new ReplyAct(does.tone(), does.deflection(), sure, span, VERSION + why);
    }
}
