package io.biggerbox.events.contracts;

import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;
import org.junit.jupiter.api.Test;

/** Whoever upgrades can read all that has ever been written. */
class CompatibilityTest {

    @Test
    void presentReadersReadEverythingThatWasEverReleased() throws IOException {
        Map<String, Schema> present = Contracts.present();
        Map<String, List<Schema>> released = Contracts.released();
        assertThat(released).isNotEmpty();
        assertThat(present.keySet()).as("a released schema stays").containsAll(released.keySet());
        released.forEach((file, versions) -> versions.forEach(old -> {
            Schema reader = Objects.requireNonNull(present.get(file), file);
            assertThat(problems(reader, old)).as(file).isEmpty();
        }));
    }

    @Test
    void anIncompatibleChangeIsCaught() throws IOException {
        Schema review = Objects.requireNonNull(Contracts.present().get("Review.avsc"));
        String json = review.toString();

        Schema retyped = new Schema.Parser()
                .parse(json.replace(
                        "\"name\":\"product\",\"type\":\"string\"", "\"name\":\"product\",\"type\":\"long\""));
        Schema renamed = new Schema.Parser().parse(json.replace("\"name\":\"product\"", "\"name\":\"article\""));

        assertThat(problems(retyped, review)).contains("LONG not compatible with writer type: STRING");
        assertThat(problems(renamed, review)).contains("article");
        assertThat(problems(review, review)).isEmpty();
    }

    private static String problems(Schema reader, Schema writer) {
        SchemaPairCompatibility result = checkReaderWriterCompatibility(reader, writer);
        return result.getType() == SchemaCompatibilityType.COMPATIBLE
                ? ""
                : result.getResult().getIncompatibilities().toString();
    }
}
