package io.biggerbox.acceptance.support;

import io.biggerbox.events.Review;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Reviews, as events and as lines of a CSV file with our own field names. */
public final class Rows {

    public static final String HEADER = "source,source_id,revision,customer_id,product,written_at,rating,text";

    private final List<Review> reviews = new ArrayList<>();
    private final String prefix;
    private final Random random;

    /**
     * Rows whose ids begin with {@code prefix}.
     *
     * @param seed decides hours and minutes
     */
    public Rows(String prefix, long seed) {
        this.prefix = prefix;
        random = new Random(seed);
    }

    /** A row at this time, by a customer of its own. */
    public Rows at(Instant time, String product, String text, double rating) {
        return by("c-" + prefix + reviews.size(), time, product, text, rating);
    }

    /** A row of this customer. */
    public Rows by(String customer, Instant time, String product, String text, double rating) {
        return add(review(prefix + reviews.size(), 1, customer, time, product, text, rating));
    }

    /** Adds any review. */
    public Rows add(Review review) {
        reviews.add(review);
        return this;
    }

    /** So many rows on one day, at any time of it. */
    public Rows onDay(Instant day, int count, String product, String text, double rating) {
        for (int i = 0; i < count; i++) {
            at(day.plus(random.nextInt(24 * 60), ChronoUnit.MINUTES), product, text, rating);
        }
        return this;
    }

    public static Review review(
            String id, long revision, String customer, Instant time, String product, String text, double rating) {
        return Review.newBuilder()
                .setSource("test")
                .setSourceId(id)
                .setRevision(revision)
                .setCustomerId(customer)
                .setProduct(product)
                .setWrittenAt(time.truncatedTo(ChronoUnit.SECONDS))
                .setRating(rating)
                .setText(text)
                .setAttributes(Map.of())
                .build();
    }

    public List<Review> reviews() {
        return List.copyOf(reviews);
    }

    /** Puts the rows into the order of their times, as an export has them. */
    public Rows inOrderOfTime() {
        reviews.sort(Comparator.comparing(Review::getWrittenAt));
        return this;
    }

    /** Puts the newest rows first, as many tools export them. */
    public Rows newestFirst() {
        reviews.sort(Comparator.comparing(Review::getWrittenAt).reversed());
        return this;
    }

    /** The file with its header, in the order of the rows. */
    public List<String> csv() {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        reviews.forEach(review -> lines.add(line(review)));
        return lines;
    }

    private static String line(Review review) {
        return String.join(
                ",",
                review.getSource(),
                review.getSourceId(),
                String.valueOf(review.getRevision()),
                review.getCustomerId(),
                review.getProduct(),
                review.getWrittenAt().toString(),
                String.valueOf(review.getRating()),
                '"' + review.getText() + '"');
    }
}
