package io.biggerbox.intake;

import static io.biggerbox.intake.Imports.OPTIONS;
import static io.biggerbox.intake.Imports.event;
import static io.biggerbox.intake.Imports.read;
import static io.biggerbox.intake.Imports.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.biggerbox.events.Survey;
import io.biggerbox.events.SurveyKind;
import org.junit.jupiter.api.Test;

class NpsImportTest {

    private static final String HEADER = "Response ID,Email,NPS Score,Comment,Date,Product,Segment,Region\n";

    @Test
    void readsAnAnswer() {
        Survey survey = event(
                Survey.class,
                read(ImportFormat.NPS, HEADER + "r1,Ann@Example.org,3,Box too small,2025-05-01,Boxes,premium,north\n")
                        .get(0));

        assertThat(survey.getKind()).isEqualTo(SurveyKind.NPS);
        assertThat(survey.getScore()).isEqualTo(3.0);
        assertThat(survey.getScoreMin()).isZero();
        assertThat(survey.getScoreMax()).isEqualTo(10.0);
        assertThat(survey.getComment()).isEqualTo("Box too small");
        assertThat(survey.getCustomerTier()).isEqualTo("premium");
        assertThat(survey.getAttributes()).containsOnlyKeys("Region");
        assertThat(survey.toString()).doesNotContain("xample.org");
    }

    @Test
    void anAddressIsOneCustomerInWhicheverCase() {
        var rows = read(
                ImportFormat.NPS,
                HEADER + "r1,Ann@Example.org,3,,2025-05-01,Boxes,,\nr2,ann@example.ORG,4,,2025-06-01,Boxes,,\n");

        assertThat(event(Survey.class, rows.get(0)).getCustomerId())
                .startsWith("h:")
                .isEqualTo(event(Survey.class, rows.get(1)).getCustomerId());
    }

    @Test
    void readsAliasesAndSemicolons() {
        Survey survey = event(
                Survey.class,
                read(
                                ImportFormat.NPS,
                                "respondent;rating;verbatim;submitted_at;brand\nc7;10;great, really;2025-05-01;B\n")
                        .get(0));

        assertThat(survey.getCustomerId()).isEqualTo("c7");
        assertThat(survey.getScore()).isEqualTo(10.0);
        assertThat(survey.getComment()).isEqualTo("great, really");
        assertThat(survey.getSourceId()).startsWith("h:");
    }

    @Test
    void rejectsWhatIsNoAnswer() {
        var rows = read(
                ImportFormat.NPS,
                HEADER + "1,,11,x,2025-05-01,B,,\n2,,,,2025-05-01,B,,\n3,,ten,x,2025-05-01,B,,\n4,,9,x,2025-05-01,,,\n"
                        + "5,,9,x,,B,,\n6,,9,x,2031-05-01,B,,\n");

        assertThat(rows)
                .extracting(row -> rejected(row).reason())
                .containsExactly(
                        "score is 11, must be between 0 and 10",
                        "the row has neither score nor comment",
                        "score is ten, which is not a number",
                        "product is missing",
                        "written_at is missing",
                        "date is 2031-05-01T00:00:00Z, which is in the future");
        assertThat(rejected(rows.get(3)).remedy()).contains("--product");
    }

    @Test
    void aProductForTheWholeFileReplacesTheColumn() {
        String csv = "score,comment,date\n9,fine,2025-05-01\n";

        assertThatThrownBy(() -> read(ImportFormat.NPS, csv))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("lacks the column product")
                .satisfies(e -> assertThat(((ImportException) e).remedy()).contains("--product"));
        assertThat(event(
                                Survey.class,
                                read(ImportFormat.NPS, csv, OPTIONS.withProduct("Boxes"))
                                        .get(0))
                        .getProduct())
                .isEqualTo("Boxes");
    }
}
