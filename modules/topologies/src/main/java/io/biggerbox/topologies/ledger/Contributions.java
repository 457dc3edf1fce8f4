package io.biggerbox.topologies.ledger;

import io.biggerbox.events.Feedback;
import io.biggerbox.events.IntentKind;
import io.biggerbox.events.Mention;
import io.biggerbox.events.Replaced;
import io.biggerbox.events.Resolution;
import io.biggerbox.events.SentimentLabel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes a feedback apart into what it adds and what it takes back. */
public final class Contributions {

    private static final Set<String> EXCEPTIONS =
            Set.of(Resolution.WORKAROUND.name(), Resolution.EXCEPTION_GRANTED.name(), Resolution.REFUND.name());

    private static final int LONGEST_QUOTE = 280;

    private Contributions() {}

    /** What {@code feedback} changes: first what it takes back, then what it adds, each by theme. */
    public static List<Contribution> of(Feedback feedback) {
        List<Contribution> all = new ArrayList<>();
        if (feedback.getReplaces() != null) {
            all.addAll(takenBack(feedback.getReplaces()));
        }
        all.addAll(added(feedback));
        return all;
    }

    private static List<Contribution> added(Feedback feedback) {
        boolean leaving = feedback.getIntents().stream().anyMatch(intent -> intent.getKind() == IntentKind.LEAVING);
        return strongest(feedback.getMentions()).stream()
                .map(mention -> contribution(
                        1,
                        feedback.getProduct(),
                        feedback.getCustomerId(),
                        feedback.getCustomerTier(),
                        feedback.getCustomerValuePerYear(),
                        feedback.getResolution(),
                        leaving,
                        mention,
                        quote(feedback.getRedactedText(), mention)))
                .toList();
    }

    private static List<Contribution> takenBack(Replaced replaced) {
        return strongest(replaced.getMentions()).stream()
                .map(mention -> contribution(
                        -1,
                        replaced.getProduct(),
                        replaced.getCustomerId(),
                        replaced.getCustomerTier(),
                        replaced.getCustomerValuePerYear(),
                        replaced.getResolution(),
                        replaced.getLeaving(),
                        mention,
                        null))
                .toList();
    }

    private record Key(String theme, SentimentLabel polarity) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTheme = theme.compareTo(other.theme);
            return byTheme != 0 ? byTheme : polarity.compareTo(other.polarity);
        }
    }

    /** The strongest mention of each theme and polarity; of equals the first. */
    private static Collection<Mention> strongest(List<Mention> mentions) {
        Map<Key, Mention> best = new TreeMap<>();
        for (Mention mention : mentions) {
            best.merge(
                    new Key(mention.getTheme(), mention.getPolarity()),
                    mention,
                    (a, b) -> Math.abs(b.getScore()) > Math.abs(a.getScore()) ? b : a);
        }
        return best.values();
    }

    private static Contribution contribution(
            int sign,
            String product,
            String customer,
            @Nullable String tier,
            @Nullable Double valuePerYear,
            @Nullable String resolution,
            boolean leaving,
            Mention mention,
            @Nullable String quote) {
        return new Contribution(
                sign,
                product,
                customer,
                mention.getTheme(),
                mention.getPolarity(),
                mention.getAt(),
                Days.of(Objects.requireNonNullElse(mention.getExperiencedAt(), mention.getAt())),
                Units.score(mention.getScore()),
                leaving,
                resolution != null && EXCEPTIONS.contains(resolution),
                Resolution.USER_ERROR.name().equals(resolution),
                tier,
                valuePerYear == null ? null : Units.value(valuePerYear),
                quote);
    }

    private static String quote(String text, Mention mention) {
        int start = Math.max(0, Math.min(mention.getStart(), text.length()));
        int end = Math.max(start, Math.min(mention.getEnd(), text.length()));
        String sentence = text.substring(start, end).strip();
        if (sentence.length() <= LONGEST_QUOTE) {
            return sentence;
        }
        int cut = Character.isHighSurrogate(sentence.charAt(LONGEST_QUOTE - 1)) ? LONGEST_QUOTE - 1 : LONGEST_QUOTE;
        return sentence.substring(0, cut) + "…";
    }
}
