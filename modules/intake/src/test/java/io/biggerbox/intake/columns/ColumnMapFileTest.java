package io.biggerbox.intake.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.biggerbox.intake.columns.ColumnMap.FieldRule;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnMapFileTest {

    @Test
    void readsEveryKey() {
        ColumnMap map = ColumnMapFile.parse(
                """
                kind: survey
                source: in-house
                columns:
                  written_at: [Answered, When]
                  score: Points
                  product: {constant: Boxes}
                  customer_tier: {columns: [Tier], constant: basic}
                answers: ["Why?"]
                date_formats: [M/d/yyyy, epoch_millis]
                time_zone: Europe/Berlin
                values:
                  score: {five: 5}
                filter:
                  Complete: true
                separator: tab
                encoding: windows-1252
                html: true
                """,
                "map.yaml");

        assertThat(map.kind()).isEqualTo(RecordKind.SURVEY);
        assertThat(map.source()).isEqualTo("in-house");
        assertThat(map.columns())
                .containsEntry("written_at", new FieldRule(List.of("Answered", "When"), null))
                .containsEntry("customer_tier", new FieldRule(List.of("Tier"), "basic"));
        assertThat(map.answers()).containsExactly("Why?");
        assertThat(map.dateFormats()).containsExactly("M/d/yyyy", "epoch_millis");
        assertThat(map.timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(map.values()).containsEntry("score", Map.of("five", "5"));
        assertThat(map.filter()).containsEntry("Complete", List.of("true"));
        assertThat(map.separator()).isEqualTo('\t');
        assertThat(map.encoding()).hasToString("windows-1252");
        assertThat(map.html()).isTrue();
    }

    @Test
    void namesAllProblemsAtOnce() {
        MapException problems = catchThrowableOfType(
                MapException.class,
                () -> ColumnMapFile.parse(
                        """
                        kind: complaint
                        colums: {}
                        columns:
                          stars: Stars
                          title: {column: Title}
                        answers: ["Why?"]
                        date_formats: [iso, yyyy-bb]
                        time_zone: Mars/Base
                        values: {rating: 5}
                        separator: ";;"
                        encoding: klingon
                        html: maybe
                        """,
                        "map.yaml"));

        assertThat(problems.problems())
                .extracting(MapProblem::where)
                .containsExactlyInAnyOrder(
                        "colums",
                        "kind",
                        "columns.stars",
                        "columns.title.column",
                        "columns.title",
                        "columns.written_at",
                        "answers",
                        "date_formats",
                        "time_zone",
                        "values.rating",
                        "separator",
                        "encoding",
                        "html");
        assertThat(problems).hasMessageContaining("map.yaml has 13 problems");
    }

    @Test
    void textThatIsNoMapIsOneProblem() {
        assertThat(catchThrowableOfType(MapException.class, () -> ColumnMapFile.parse("kind: [", "m")))
                .hasMessageContaining("not valid YAML");
        assertThat(catchThrowableOfType(MapException.class, () -> ColumnMapFile.parse("just words", "m")))
                .hasMessageContaining("not a map of keys");
    }
}
