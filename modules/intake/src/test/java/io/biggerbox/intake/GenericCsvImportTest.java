package io.biggerbox.intake;

import static io.biggerbox.intake.Imports.OPTIONS;
import static io.biggerbox.intake.Imports.event;
import static io.biggerbox.intake.Imports.read;
import static io.biggerbox.intake.Imports.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.biggerbox.events.Author;
import io.biggerbox.events.Review;
import io.biggerbox.events.Survey;
import io.biggerbox.events.Ticket;
import io.biggerbox.events.TicketStatus;
import io.biggerbox.intake.columns.ColumnMapFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenericCsvImportTest {

    private static final String TWEETS_MAP =
            """
            kind: ticket
            source: tweets
            columns:
              source_id: tweet_id
              customer_id: author_id
              written_at: created_at
              description: text
              product: {constant: Radio}
              channel: {constant: social}
            date_formats: [EEE MMM dd HH:mm:ss Z yyyy]
            filter: {inbound: "True"}
            html: true
            """;
    private static final String TWEETS =
            """
            ,index,tweet_id,author_id,inbound,created_at,text,response_tweet_id
            0,17,901,501,True,Tue Oct 31 23:36:20 +0000 2017,"@Radio it stops &amp; starts, all day",902
            1,18,902,Radio,False,Tue Oct 31 23:40:00 +0000 2017,Have you tried turning it off?,
            2,19,903,501,True,2017-10-31,wrong date,
            """;

    @Test
    void readsTweetsThroughAMap() {
        List<ImportRow> rows = read(ImportFormat.CSV, TWEETS, OPTIONS.withMap(ColumnMapFile.parse(TWEETS_MAP, "m")));

        Ticket ticket = event(Ticket.class, rows.get(0));
        assertThat(ticket.getSource()).isEqualTo("tweets");
        assertThat(ticket.getSourceId()).isEqualTo("901");
        assertThat(ticket.getCustomerId()).isEqualTo("501");
        assertThat(ticket.getProduct()).isEqualTo("Radio");
        assertThat(ticket.getDescription()).isEqualTo("@Radio it stops & starts, all day");
        assertThat(ticket.getWrittenAt()).isEqualTo("2017-10-31T23:36:20Z");
        assertThat(ticket.getAttributes())
                .containsEntry("response_tweet_id", "902")
                .containsEntry("column 1", "0");
        assertThat(rows.get(1)).isEqualTo(new ImportRow.Skipped(3));
        assertThat(rejected(rows.get(2)).field()).isEqualTo("written_at");
    }

    @Test
    void readsOurOwnFieldNamesWithoutAMap() {
        Review review = event(
                Review.class,
                read(
                                ImportFormat.CSV,
                                """
                                source,source_id,product,customer_id,written_at,rating,text,reply_text,replied_at,colour
                                shop,1,Boxes,c1,2025-05-01T10:00:00+02:00,4.5,but small,Sorry,2025-05-02,red
                                """)
                        .get(0));

        assertThat(review.getSource()).isEqualTo("shop");
        assertThat(review.getRating()).isEqualTo(4.5);
        assertThat(review.getWrittenAt()).isEqualTo("2025-05-01T08:00:00Z");
        assertThat(review.getRepliedAt()).isEqualTo("2025-05-02T00:00:00Z");
        assertThat(review.getRevision()).isEqualTo(review.getRepliedAt().toEpochMilli());
        assertThat(review.getAttributes()).containsOnlyKeys("colour");
    }

    @Test
    void whatStandsForNobodyIsNoCustomerThatEverybodyShares() {
        List<ImportRow> rows = read(
                ImportFormat.CSV,
                """
                source,source_id,product,customer_id,written_at,text
                shop,1,Boxes,Guest,2025-05-01,small
                shop,2,Boxes, anonymous ,2025-05-01,small
                shop,3,Boxes,N/A,2025-05-01,small
                shop,4,Boxes,guest house,2025-05-01,small
                """);
        List<String> customers = rows.stream()
                .map(row -> event(Review.class, row).getCustomerId())
                .toList();
        assertThat(customers).doesNotHaveDuplicates().last().isEqualTo("guest house");
        assertThat(customers.subList(0, 3)).allSatisfy(id -> assertThat(id).startsWith("h:"));
    }

    @Test
    void theHeaderOrTheRowSaysWhatTheRowsAre() {
        assertThat(read(ImportFormat.CSV, "source_id,product,written_at,score\n1,B,2025-05-01,7\n"))
                .singleElement()
                .satisfies(
                        row -> assertThat(event(Survey.class, row).getScore()).isEqualTo(7.0));
        Ticket ticket = event(
                Ticket.class,
                read(
                                ImportFormat.CSV,
                                "source_id,product,written_at,description,status,tags,reply_text\n1,B,2025-05-01,Hm,odd,a;b,Sorry\n")
                        .get(0));
        assertThat(ticket.getTags()).containsExactly("a", "b");
        assertThat(ticket.getStatus()).isEqualTo(TicketStatus.UNKNOWN);
        assertThat(ticket.getAttributes()).containsEntry("status", "odd");
        assertThat(ticket.getTurns()).singleElement().satisfies(turn -> assertThat(turn.getAuthor())
                .isEqualTo(Author.VENDOR));

        List<ImportRow> mixed = read(
                ImportFormat.CSV,
                "record,product,written_at,text,score\nreview,B,2025-05-01,Hm,\nsurvey,B,2025-05-01,,3\nmemo,B,2025-05-01,,3\n");
        assertThat(event(Review.class, mixed.get(0)).getText()).isEqualTo("Hm");
        assertThat(event(Survey.class, mixed.get(1)).getScore()).isEqualTo(3.0);
        assertThat(rejected(mixed.get(2)).reason()).isEqualTo("record is memo, must be review, ticket or survey");
    }

    @Test
    void translatesWordsAndTakesTheFirstColumnThatHasAValue() {
        String map =
                """
                kind: review
                columns:
                  written_at: When
                  rating: Stars
                  text: [Long text, Short text]
                  product: {columns: Item, constant: Boxes}
                  customer_tier: {constant: basic}
                values:
                  rating: {five: 5, none: ""}
                date_formats: [M/d/yyyy]
                separator: "|"
                """;

        List<ImportRow> rows = read(
                ImportFormat.CSV,
                "When|Stars|Long text|Short text|Item\n5/1/2025|five||short|\n5/1/2025|none|long|short|Crates\n",
                OPTIONS.withMap(ColumnMapFile.parse(map, "m")));

        Review first = event(Review.class, rows.get(0));
        Review second = event(Review.class, rows.get(1));
        assertThat(first.getRating()).isEqualTo(5.0);
        assertThat(first.getText()).isEqualTo("short");
        assertThat(first.getProduct()).isEqualTo("Boxes");
        assertThat(first.getCustomerTier()).isEqualTo("basic");
        assertThat(second.getRating()).isNull();
        assertThat(second.getText()).isEqualTo("long");
        assertThat(second.getProduct()).isEqualTo("Crates");
    }

    @Test
    void missingColumnsAreNamedTogetherWithWhatWasFound() {
        assertThatThrownBy(() -> read(ImportFormat.CSV, "When,Stars\n"))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining(
                        "lacks the columns written_at; product; rating or title or text (columns found: When, Stars)");
        assertThatThrownBy(() -> read(ImportFormat.CSV, "a,b\n", OPTIONS.withMap(ColumnMapFile.parse(TWEETS_MAP, "m"))))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("tweet_id (for source_id); created_at (for written_at); inbound (filter)");
    }

    @Test
    void aHeaderAloneIsNoErrorAndAnEmptyFileIs() {
        assertThat(read(ImportFormat.CSV, "written_at,product,text\n")).isEmpty();
        assertThatThrownBy(() -> read(ImportFormat.CSV, ""))
                .isInstanceOf(ImportException.class)
                .hasMessageEndingWith("is empty");
        assertThatThrownBy(() -> read(ImportFormat.JSONL, "\uFEFF \n"))
                .isInstanceOf(ImportException.class)
                .hasMessageEndingWith("is empty");
    }

    @Test
    void aMapBelongsToTheGenericFormats() {
        assertThatThrownBy(() -> read(ImportFormat.NPS, "a,b\n", OPTIONS.withMap(ColumnMapFile.parse(TWEETS_MAP, "m"))))
                .isInstanceOf(ImportException.class)
                .hasMessage("a column map cannot be used with nps");
    }
}
