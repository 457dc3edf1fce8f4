package io.biggerbox.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How likely the themes of a text are, for those who want one of them only. */
public final class Likelihood {
    /** What a model learned says of a text, or of a sentence of a long one; a probability follows. */
    static final String LEARNED = "learned:";

    /** What it says of one sentence of a text that was read as a whole. */
    static final String LEARNED_HERE = "learned-here:";

    private static final Pattern EVIDENCE = Pattern.compile("(" + LEARNED + "|" + LEARNED_HERE + ")([01]\\.\\d\\d)");

    /** What a phrase or term alone says, where a learned model did not agree. */
    private static final double RULE_ALONE = 0.2;

    /** A text that was read as a whole is more about what the whole of it says than about what any sentence says alone. */
    private static final double WHOLE = 1;

    private Likelihood() {}

    /** From 0 to 1: what a learned model said, else a guess. */
    public static double of(ThemeMention mention) {
        Matcher learned = EVIDENCE.matcher(mention.evidence());
        return learned.find() ? Double.parseDouble(learned.group(2)) : RULE_ALONE;
    }

    /** The theme that the text is most likely about, of equal ones the first; null without mentions. */
    public static @Nullable String likeliest(List<ThemeMention> mentions) {
        String best = null;
        double most = -1;
        for (ThemeMention mention : mentions) {
            double rank = of(mention) + (mention.evidence().contains(LEARNED) ? WHOLE : 0);
            if (rank > most) {
                most = rank;
                best = mention.theme();
            }
        }
        return best;
    }
}
