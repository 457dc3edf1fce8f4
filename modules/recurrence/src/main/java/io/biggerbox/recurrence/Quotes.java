package io.biggerbox.recurrence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The newest {@value #MOST} sentences, each of another feedback and in other words. What was stored or added is
 * looked into only when somebody asks: mostly it is just stored again.
 */
final class Quotes {

    static final int MOST = 4;

    private static final int TEXT = 240;
    private static final int NAME = 96;
    private static final Comparator<Quote> NEWEST_FIRST = Comparator.comparing(Quote::at)
            .reversed()
            .thenComparing(Quote::feedbackId)
            .thenComparing(Quote::text);

    /** What the quotes are chosen from, none of it changed any more. */
    private final List<Part> parts = new ArrayList<>(2);

    /** True when there is one part at most, and it is the choice. */
    private boolean settled = true;

    /** Quotes that are in memory, or in their stored form. */
    private sealed interface Part {

        List<Quote> quotes();
    }

    private record Known(List<Quote> quotes) implements Part {}

    private record Stored(Bytes bytes) implements Part {

        @Override
        public List<Quote> quotes() {
            ByteSource source = bytes.open("quotes");
            int size = source.length();
            List<Quote> quotes = new ArrayList<>(size);
            String topic = "";
            for (int i = 0; i < size; i++) {
                Quote quote = readQuote(source, topic);
                topic = quote.topic();
                quotes.add(quote);
            }
            return quotes;
        }
    }

    void add(List<Quote> quotes) {
        if (!quotes.isEmpty()) {
            parts.add(new Known(quotes.stream().map(Quotes::shortened).toList()));
            settled = false;
        }
    }

    void addAll(Quotes other) {
        settled = other.parts.isEmpty() ? settled : parts.isEmpty() && other.settled;
        parts.addAll(other.parts);
    }

    void clear() {
        become(List.of());
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Takes out what some feedback said, by their {@link Quotes#shortId}; true when there was something. */
    boolean forget(Set<String> shortIds) {
        List<Quote> all = list();
        List<Quote> left = all.stream()
                .filter(quote -> !shortIds.contains(quote.feedbackId()))
                .toList();
        if (left.size() == all.size()) {
            return false;
        }
        become(left);
        return true;
    }

    /** An id as it is kept. */
    static String shortId(String feedbackId) {
        return cut(feedbackId, NAME);
    }

    /** Newest first. */
    List<Quote> list() {
        if (!settled) {
            List<Quote> all = new ArrayList<>();
            parts.forEach(part -> all.addAll(part.quotes()));
            become(chosen(all));
        }
        return parts.isEmpty() ? List.of() : parts.get(0).quotes();
    }

    private void become(List<Quote> quotes) {
        parts.clear();
        if (!quotes.isEmpty()) {
            parts.add(new Known(List.copyOf(quotes)));
        }
        settled = true;
    }

    /** The same words or the same feedback are shown once. */
    private static List<Quote> chosen(List<Quote> all) {
        all.sort(NEWEST_FIRST);
        List<Quote> kept = new ArrayList<>(MOST);
        for (Quote quote : all) {
            boolean fresh = kept.size() < MOST;
            for (Quote other : kept) {
                fresh &= !other.text().equals(quote.text())
                        && !other.feedbackId().equals(quote.feedbackId());
            }
            if (fresh) {
                kept.add(quote);
            }
        }
        return kept;
    }

    private static Quote shortened(Quote quote) {
        return new Quote(
                cut(quote.text(), TEXT),
                quote.at(),
                shortId(quote.feedbackId()),
                cut(quote.topic(), NAME),
                quote.partition(),
                quote.offset());
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }

    void write(ByteSink sink) {
        if (settled && !parts.isEmpty() && parts.get(0) instanceof Stored stored) {
            sink.part(stored.bytes());
        } else {
            sink.part(this::writeList);
        }
    }

    private void writeList(ByteSink sink) {
        List<Quote> quotes = list();
        if (quotes.isEmpty()) {
            return;
        }
        sink.number(quotes.size());
        String topic = "";
        for (Quote quote : quotes) {
            sink.text(quote.text());
            sink.instant(quote.at());
            sink.text(quote.feedbackId());
            // Mostly they all come from one topic: it is written once.
            sink.text(quote.topic().equals(topic) ? null : quote.topic());
            topic = quote.topic();
            sink.number(quote.partition());
            sink.number(quote.offset());
        }
    }

    static Quotes read(ByteSource source) {
        Quotes quotes = new Quotes();
        Bytes bytes = source.part();
        if (!bytes.isEmpty()) {
            quotes.parts.add(new Stored(bytes));
        }
        return quotes;
    }

    private static Quote readQuote(ByteSource source, String topicBefore) {
        String text = source.textOrEmpty();
        Instant at = source.instantOrEpoch();
        String feedbackId = source.textOrEmpty();
        String topic = source.text();
        return new Quote(text, at, feedbackId, topic == null ? topicBefore : topic, source.integer(), source.number());
    }
}
