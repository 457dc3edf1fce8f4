package io.biggerbox.intake;

import io.biggerbox.events.Resolution;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a ticket ended, from its tags. Zendesk has no such field, so only whole words are taken whose meaning leaves no doubt,
 * with or without {@code resolution_} before them. Where several apply, the one that grants most counts, because an exception
 * that is granted again and again is what must be noticed.
 */
final class ZendeskResolutions {

    private static final List<Map.Entry<Resolution, Set<String>>> WORDS = List.of(
            Map.entry(
                    Resolution.EXCEPTION_GRANTED,
                    Set.of(
                            "exception",
                            "exception_granted",
                            "one_time_exception",
                            "goodwill",
                            "goodwill_credit",
                            "courtesy_credit",
                            "courtesy_refund",
                            "goodwill_refund",
                            "waiver",
                            "fee_waived",
                            "waived")),
            Map.entry(Resolution.REFUND, Set.of("refund", "refunded", "refund_issued", "partial_refund")),
            Map.entry(Resolution.WORKAROUND, Set.of("workaround", "workaround_given", "workaround_provided")),
            Map.entry(Resolution.FIXED, Set.of("fixed", "bug_fixed")),
            Map.entry(Resolution.USER_ERROR, Set.of("user_error", "customer_error", "user_mistake")),
            Map.entry(Resolution.REFUSED, Set.of("refused", "declined", "refund_denied", "refund_refused")),
            Map.entry(Resolution.EXPLAINED, Set.of("explained", "explanation_given")),
            Map.entry(Resolution.NO_RESPONSE, Set.of("no_response", "no_reply", "customer_unresponsive")));

    private ZendeskResolutions() {}

    /** The resolution, or null when no word says one. */
    static @Nullable Resolution of(Collection<String> words) {
        Set<String> plain = words.stream().map(ZendeskResolutions::plain).collect(Collectors.toSet());
        for (Map.Entry<Resolution, Set<String>> entry : WORDS) {
            if (entry.getValue().stream().anyMatch(plain::contains)) {
                return entry.getKey();
            }
        }
        return null;
    }

    private static String plain(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s:-]+", "_");
        return plain.startsWith("resolution_") ? plain.substring("resolution_".length()) : plain;
    }
}
