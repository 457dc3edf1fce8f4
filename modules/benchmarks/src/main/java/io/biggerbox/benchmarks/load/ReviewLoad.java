package io.biggerbox.benchmarks.load;

import io.biggerbox.events.Review;
import io.biggerbox.events.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Reviews in the order of their times, and tickets that say the same; each is a function of its number. */
final class ReviewLoad {

    private static final List<String> COMPLAINTS = List.of(
            "The box was far too small and the edges were crushed when it came.",
            "I cannot log in since the update, it says wrong password every time.",
            "The delivery was late again, two weeks after the date that I was told.",
            "I was charged twice this month and want my money back.",
            "Nobody answers the phone and support closes my tickets.");
    private static final List<String> REST = List.of(
            "Works as it should, the colours are lovely and it was easy to set up.",
            "Absolutely love the new design, it fits well and looks great on the table.",
            "Great quality for the price, would buy again, many thanks to the shop.",
            "It is what it is, neither good nor bad, my brother has the same one.");
    private static final double SHARE_OF_COMPLAINTS = 0.4;

    private final int records;
    private final int products;
    private final Instant first;
    private final Duration span;

    /**
     * A load.
     *
     * @param records how many in all
     * @param series products and themes in all, about; at least 5
     * @param until event time of the last one
     * @param span from the first to the last
     */
    ReviewLoad(int records, int series, Instant until, Duration span) {
        this.records = records;
        products = Math.max(1, series / COMPLAINTS.size());
        this.span = span;
        first = until.minus(span);
    }

    int records() {
        return records;
    }

    /** Number of the review or ticket that a reading was made of. */
    static int numberOf(String sourceId) {
        return Integer.parseInt(sourceId.substring(sourceId.lastIndexOf('r') + 1));
    }

    /** What the review with this number says, as a ticket. */
    Ticket ticket(int number) {
        Review review = review(number);
        return Ticket.newBuilder()
                .setSource(review.getSource())
                .setSourceId(review.getSourceId())
                .setRevision(review.getRevision())
                .setCustomerId(review.getCustomerId())
                .setProduct(review.getProduct())
                .setWrittenAt(review.getWrittenAt())
                .setDescription(review.getText())
                .build();
    }

    /** The review with this number, from 0. */
    Review review(int number) {
        SplittableRandom random = new SplittableRandom(number * 0x9E3779B97F4A7C15L);
        boolean complains = random.nextDouble() < SHARE_OF_COMPLAINTS;
        List<String> texts = complains ? COMPLAINTS : REST;
        String text = texts.get(random.nextInt(texts.size())) + " Bought in week " + random.nextInt(50) + ".";
        return Review.newBuilder()
                .setSource("load")
                .setSourceId("r" + number)
                .setRevision(1)
                .setCustomerId("customer-" + random.nextInt(Math.max(100, records / 3)))
                .setProduct("Product " + random.nextInt(products))
                .setWrittenAt(first.plusMillis((long) ((double) span.toMillis() * number / records)))
                .setRating((double) (complains ? 1 : 5))
                .setText(text)
                .setAttributes(Map.of())
                .build();
    }
}
