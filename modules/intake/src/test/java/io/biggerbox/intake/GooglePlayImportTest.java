package io.biggerbox.intake;

import static io.biggerbox.intake.Imports.OPTIONS;
import static io.biggerbox.intake.Imports.event;
import static io.biggerbox.intake.Imports.read;
import static io.biggerbox.intake.Imports.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.biggerbox.events.Review;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GooglePlayImportTest {

    private static final String HEADER = "Package Name,App Version Code,App Version Name,Reviewer Language,Device,"
            + "Review Submit Date and Time,Review Submit Millis Since Epoch,Review Last Update Date and Time,"
            + "Review Last Update Millis Since Epoch,Star Rating,Review Title,Review Text,Developer Reply Date and Time,"
            + "Developer Reply Millis Since Epoch,Developer Reply Text,Review Link\n";
    private static final String LINK = "http://play.example/apps/details?id=com.acme.box&reviewId=gp%3AAOq_1";
    private static final String FIRST = "com.acme.box,41,1.4,de,phone7,2025-03-01T10:00:30Z,1740823230000,"
            + "2025-03-01T10:00:30Z,1740823230000,2,Hm,\"Too small.\nToo late \u2639\uFE0F\",,,," + LINK + "\n";
    private static final String EDITED = "com.acme.box,42,1.5,de,phone7,2025-03-01T10:00:30Z,1740823230000,"
            + "2025-04-01T10:00:30Z,1743501630000,1,,Still too small,2025-04-02T00:00:00Z,1743552000000,We hear you,"
            + LINK
            + "\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE with mark", "UTF-8", "UTF-8 with mark"})
    void readsTheEncodingsTheConsoleUses(String encoding) {
        boolean mark = encoding.endsWith("mark");
        Charset charset = Charset.forName(encoding.split(" ", -1)[0]);
        byte[] bytes = ((mark ? "\uFEFF" : "") + HEADER + FIRST).getBytes(charset);

        List<ImportRow> rows = read(ImportFormat.GOOGLE_PLAY, bytes, OPTIONS);

        Review review = event(Review.class, rows.get(0));
        assertThat(review.getText()).isEqualTo("Too small.\nToo late \u2639\uFE0F");
        assertThat(review.getTitle()).isEqualTo("Hm");
        assertThat(review.getRating()).isEqualTo(2.0);
        assertThat(review.getProduct()).isEqualTo("com.acme.box");
        assertThat(review.getSourceId()).isEqualTo("gp:AOq_1");
        assertThat(review.getLanguage()).isEqualTo("de");
        assertThat(review.getWrittenAt()).isEqualTo("2025-03-01T10:00:30Z");
        assertThat(review.getEditedAt()).isNull();
        assertThat(review.getAttributes())
                .containsEntry("App Version Name", "1.4")
                .containsEntry("device", "phone7");
    }

    @Test
    void anEditedReviewKeepsItsIdAndCustomerAndRises() {
        List<ImportRow> rows = read(ImportFormat.GOOGLE_PLAY, HEADER + FIRST + EDITED);

        Review first = event(Review.class, rows.get(0));
        Review edited = event(Review.class, rows.get(1));
        assertThat(edited.getSourceId()).isEqualTo(first.getSourceId());
        assertThat(edited.getCustomerId()).isEqualTo(first.getCustomerId()).startsWith("h:");
        assertThat(edited.getRevision()).isEqualTo(1743552000000L).isGreaterThan(first.getRevision());
        assertThat(edited.getEditedAt()).isEqualTo("2025-04-01T10:00:30Z");
        assertThat(edited.getReplyText()).isEqualTo("We hear you");
        assertThat(edited.getRepliedAt()).isEqualTo("2025-04-02T00:00:00Z");
        assertThat(rows.get(1).line()).isEqualTo(4);
    }

    @Test
    void withoutLinkTheIdIsStableAcrossEdits() {
        List<ImportRow> rows =
                read(ImportFormat.GOOGLE_PLAY, HEADER + FIRST.replace(LINK, "") + EDITED.replace(LINK, ""));

        Review first = event(Review.class, rows.get(0));
        assertThat(event(Review.class, rows.get(1)).getSourceId())
                .isEqualTo(first.getSourceId())
                .startsWith("h:");
    }

    @Test
    void olderFilesWithFewerColumnsAndReviewsWithoutTextAreFine() {
        List<ImportRow> rows = read(
                ImportFormat.GOOGLE_PLAY,
                "Package Name,Star Rating,Review Submit Date and Time\ncom.acme.box,5,2014-03-01T10:00:30Z\n");

        Review review = event(Review.class, rows.get(0));
        assertThat(review.getText()).isNull();
        assertThat(review.getRating()).isEqualTo(5.0);
    }

    @Test
    void aRatingOutsideTheScaleIsRejectedWithTheScale() {
        ImportRow.Rejected row = rejected(read(ImportFormat.GOOGLE_PLAY, HEADER + FIRST.replace(",2,Hm", ",17,Hm"))
                .get(0));

        assertThat(row.field()).isEqualTo("rating");
        assertThat(row.reason()).isEqualTo("rating is 17, must be between 1 and 5");
    }

    @Test
    void utf16WithoutMarkIsOneClearErrorAndCanBeNamed() {
        byte[] bytes = (HEADER + FIRST).getBytes(StandardCharsets.UTF_16LE);

        assertThatThrownBy(() -> read(ImportFormat.GOOGLE_PLAY, bytes, OPTIONS))
                .isInstanceOfSatisfying(
                        ImportException.class, e -> assertThat(e.remedy()).contains("--encoding UTF-16LE"))
                .hasMessageContaining("looks like UTF-16LE");
        assertThat(read(ImportFormat.GOOGLE_PLAY, bytes, OPTIONS.withEncoding(StandardCharsets.UTF_16LE)))
                .singleElement()
                .isInstanceOf(ImportRow.Accepted.class);
    }
}
