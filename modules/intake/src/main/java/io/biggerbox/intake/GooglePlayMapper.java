package io.biggerbox.intake;

import io.biggerbox.intake.Columns.Column;
import io.biggerbox.intake.columns.RecordKind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The monthly reviews file of the Google Play Console. A review that is edited appears again in a later month: it keeps its
 * id and gets a higher revision. Older files lack some of the columns.
 */
final class GooglePlayMapper implements RowMapper<List<String>> {

    private static final Pattern REVIEW_ID = Pattern.compile("[?&#](?:reviewId|reviewid)=([^&#\\s]+)");

    private final String source;
    private final TimeParser iso;
    private final TimeParser millis;
    private final Columns columns;
    private final Column packageName;
    private final Column language;
    private final Column device;
    private final Column submitDate;
    private final Column submitMillis;
    private final Column updateDate;
    private final Column updateMillis;
    private final Column rating;
    private final Column title;
    private final Column text;
    private final Column replyDate;
    private final Column replyMillis;
    private final Column reply;
    private final Column link;

    GooglePlayMapper(Columns columns, String source, TimeParser iso, TimeParser millis, boolean productGiven) {
        this.source = source;
        this.iso = iso;
        this.millis = millis;
        this.columns = columns;
        packageName = productGiven ? columns.take("Package Name") : columns.require("Package Name");
        language = columns.take("Reviewer Language");
        device = columns.take("Device");
        submitDate = columns.take("Review Submit Date and Time");
        submitMillis = columns.take("Review Submit Millis Since Epoch");
        if (!submitDate.exists() && !submitMillis.exists()) {
            columns.complain("Review Submit Millis Since Epoch");
        }
        updateDate = columns.take("Review Last Update Date and Time");
        updateMillis = columns.take("Review Last Update Millis Since Epoch");
        rating = columns.require("Star Rating");
        title = columns.take("Review Title");
        text = columns.take("Review Text");
        replyDate = columns.take("Developer Reply Date and Time");
        replyMillis = columns.take("Developer Reply Millis Since Epoch");
        reply = columns.take("Developer Reply Text");
        link = columns.take("Review Link");
        columns.verify("Take the reviews_PACKAGE_YYYYMM.csv files as they are, with their header.");
    }

    @Override
    public Draft map(List<String> row) {
        Draft draft = new Draft(RecordKind.REVIEW);
        Instant submitted = time("Review Submit", submitMillis, submitDate, row);
        String sourceId = sourceId(row, submitted);
        draft.put("source", source)
                .put("source_id", sourceId)
                // One reviewer has one review of an app, so the review stands for the reviewer, who is not named.
                .put("customer_id", Pseudonym.of("google-play-reviewer", sourceId))
                .put("product", packageName.of(row))
                .put("channel", "app-store")
                .put("language", languageTag(language.of(row)))
                .put("rating", rating.of(row))
                .put("title", title.of(row))
                .put("text", text.of(row))
                .put("reply_text", reply.of(row))
                .time("written_at", submitted)
                .time("edited_at", time("Review Last Update", updateMillis, updateDate, row))
                .time("replied_at", time("Developer Reply", replyMillis, replyDate, row));
        draft.attribute("device", device.of(row));
        draft.attribute("package_name", packageName.of(row));
        columns.restInto(draft, row);
        return draft;
    }

    private @Nullable Instant time(String name, Column millisColumn, Column dateColumn, List<String> row) {
        String exact = millisColumn.of(row);
        if (exact != null) {
            return millis.parse(name + " Millis Since Epoch", exact);
        }
        String date = dateColumn.of(row);
        return date == null ? null : iso.parse(name + " Date and Time", date);
    }

    private String sourceId(List<String> row, @Nullable Instant submitted) {
        String url = link.of(row);
        Matcher matcher = REVIEW_ID.matcher(url == null ? "" : url);
        if (matcher.find()) {
            return decoded(matcher.group(1));
        }
        return Pseudonym.of(
                "google-play-review",
                orEmpty(packageName.of(row)),
                submitted == null ? "" : Long.toString(submitted.toEpochMilli()),
                orEmpty(device.of(row)),
                orEmpty(language.of(row)));
    }

    private static String decoded(String id) {
        try {
            // A plus sign in an id is itself; only percent escapes are decoded.
            return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return id;
        }
    }

    private static @Nullable String languageTag(@Nullable String language) {
        return language == null ? null : language.strip().replace('_', '-');
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : Texts.carriable(value.strip());
    }
}
