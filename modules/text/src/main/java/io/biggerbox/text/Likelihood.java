package io.biggerbox.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How likely the themes of a text are, for those who want one of them only. */
public final class Likelihood {
    private static final Pattern LEARNED = Pattern.compile("learned:([01]\\.\\d\\d)");

    /** What a phrase or term alone says, where a learned model did not agree. */
    private static final double RULE_ALONE = 0.2;

    private Likelihood() {}

    /** From 0 to 1: what a learned model said, else a guess. */
    public static double of(ThemeMention mention) {
        Matcher learned = LEARNED.matcher(mention.evidence());
        return learned.find() ? Double.parseDouble(learned.group(1)) : RULE_ALONE;
    }

    /** The likeliest theme, of equal ones the first; null without mentions. */
    public static @Nullable String likeliest(List<ThemeMention> mentions) {
        Map<String, Double> byTheme = new HashMap<>();
        mentions.forEach(mention -> byTheme.merge(mention.theme(), of(mention), Math::max));
        String best = null;
        double most = -1;
        for (ThemeMention mention : mentions) {
            double likelihood = byTheme.getOrDefault(mention.theme(), 0.0);
            if (likelihood > most) {
                most = likelihood;
                best = mention.theme();
            }
        }
        return best;
    }
}
