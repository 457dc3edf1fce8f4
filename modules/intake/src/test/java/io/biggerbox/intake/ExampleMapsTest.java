package io.biggerbox.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.events.Ticket;
import io.biggerbox.intake.columns.ColumnMapFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The maps shown to users must work. */
class ExampleMapsTest {

    @Test
    void theTweetsMapReadsTweets() throws IOException {
        Path root = Path.of(System.getProperty("repository.root", "../.."));
        String csv =
                """
                ,index,tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id
                0,3,71,81,True,Wed Nov 01 07:40:06 +0000 2017,"Skips &lt;every&gt; song, again",72,
                1,4,72,MyProduct,False,Wed Nov 01 07:45:06 +0000 2017,Please restart,,71.0
                """;

        List<ImportRow> rows = Imports.read(
                ImportFormat.CSV,
                csv,
                Imports.OPTIONS.withMap(ColumnMapFile.read(root.resolve("examples/maps/tweets.yaml"))));

        assertThat(rows.get(1)).isInstanceOf(ImportRow.Skipped.class);
        assertThat(Imports.event(Ticket.class, rows.get(0)).getDescription()).isEqualTo("Skips <every> song, again");
    }
}
