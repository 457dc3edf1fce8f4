package io.biggerbox.backtest;

import io.biggerbox.events.Review;
import io.biggerbox.text.SentimentLabel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Events that somebody else has classified: a CSV file in the order of arrival with the columns
 * {@code event_time,arrival_time,event_id,customer_id,product,theme,sentiment,channel}.
 */
public final class ClassifiedEvents {

    private static final List<String> COLUMNS = List.of(
            "event_time", "arrival_time", "event_id", "customer_id", "product", "theme", "sentiment", "channel");

    private ClassifiedEvents() {}

    /**
     * Passes every row on as a source record.
     *
     * @throws BacktestException naming file, line and column of the first row that makes no sense
     */
    public static void read(Path file, Consumer<TimedEvent> action) {
        new CsvFile(file).forEach(COLUMNS, row -> {
            SentimentLabel sentiment;
            try {
                sentiment = SentimentLabel.valueOf(row.text("sentiment").toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw row.problem("sentiment must be negative, neutral or positive, but is " + row.text("sentiment"));
            }
            Review review = Review.newBuilder()
                    .setSource("classified")
                    .setSourceId(row.text("event_id"))
                    .setRevision(0)
                    .setProduct(row.text("product"))
                    .setCustomerId(row.text("customer_id"))
                    .setChannel(row.text("channel"))
                    .setWrittenAt(row.time("event_time"))
                    .setText(ClassifiedReader.encode(row.text("theme"), sentiment))
                    .setAttributes(Map.of())
                    .build();
            action.accept(new TimedEvent(review, row.time("arrival_time")));
        });
    }
}
