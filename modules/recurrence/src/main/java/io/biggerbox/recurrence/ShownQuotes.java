package io.biggerbox.recurrence;

import java.util.List;
import java.util.Set;

/** Whose words the last revision of an alert showed: what is kept moves on, what was published stays. */
final class ShownQuotes {

    static final int VERSION = 1;

    private ShownQuotes() {}

    static byte[] encode(List<Quote> quotes) {
        ByteSink sink = new ByteSink(VERSION);
        sink.number(quotes.size());
        quotes.forEach(quote -> sink.text(Quotes.shortId(quote.feedbackId())));
        return sink.done();
    }

    /** True when one of these was quoted. */
    static boolean hold(byte[] stored, Set<String> shortIds) {
        ByteSource source = new ByteSource(stored, VERSION, "shown quotes");
        for (int left = source.length(); left > 0; left--) {
            if (shortIds.contains(source.textOrEmpty())) {
                return true;
            }
        }
        return false;
    }
}
