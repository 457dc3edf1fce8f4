package io.biggerbox.intake.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    @Test
    void namesTheLineOnWhichARowBeginsAcrossEmbeddedLineEnds() {
        List<ReadRow<List<String>>> rows = rows("a,b\n1,\"x\r\ny\n\nz\"\n\n2,w\r\n");

        assertThat(rows).extracting(ReadRow::line).containsExactly(2L, 7L);
        assertThat(fields(rows.get(0))).containsExactly("1", "x\r\ny\n\nz");
        assertThat(rows.get(0).raw()).isEqualTo("1,\"x\r\ny\n\nz\"");
        assertThat(fields(rows.get(1))).containsExactly("2", "w");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsOwnLineOnly() {
        List<ReadRow<List<String>>> rows = rows("a,b\n1,\"open\n2,fine\n3,\"quoted, too\"\n4,end\n");

        assertThat(rows).extracting(ReadRow::line).containsExactly(2L, 3L, 4L, 5L);
        assertThat(fault(rows.get(0)).kind()).isEqualTo(RejectKind.BROKEN_SYNTAX);
        assertThat(rows.get(0).raw()).isEqualTo("1,\"open");
        assertThat(fields(rows.get(2))).containsExactly("3", "quoted, too");
    }

    @Test
    void anUnclosedQuoteBeforeTheEndOfTheFileIsFoundToo() {
        List<ReadRow<List<String>>> rows = rows("a,b\n1,\"open\n2,fine\n3,fine\n");

        assertThat(fault(rows.get(0)).reason()).isEqualTo("a quoted field is never closed");
        assertThat(rows).hasSize(3);
        assertThat(fields(rows.get(2))).containsExactly("3", "fine");
    }

    @Test
    void quotesInsideQuotesAreDamageAndQuotesInsidePlainFieldsAreText() {
        List<ReadRow<List<String>>> rows = rows("a,b\n1,\"say \"hi\" now\"\n2,a 5\" screen\n3,\"say \"\"hi\"\"\"\n");

        assertThat(fault(rows.get(0)).reason()).isEqualTo("a closing quote is followed by more text");
        assertThat(fields(rows.get(1))).containsExactly("2", "a 5\" screen");
        assertThat(fields(rows.get(2))).containsExactly("3", "say \"hi\"");
    }

    @Test
    void linesThatCloseAndOpenQuotesForEverDoNotSwallowTheFile() {
        List<ReadRow<List<String>>> rows = rows("a,b\n" + "x\",\"y\n".repeat(5000));

        assertThat(rows).hasSize(5000);
    }

    @Test
    void anotherNumberOfFieldsIsAFaultAndBlankOnesAtTheEndAreNot() {
        List<ReadRow<List<String>>> rows = rows("a,b\n1\n1,2,3\n1,2,,\n");

        assertThat(fault(rows.get(0)).reason()).isEqualTo("the row has 1 fields, the header has 2 columns");
        assertThat(fault(rows.get(1)).kind()).isEqualTo(RejectKind.FIELD_COUNT);
        assertThat(fields(rows.get(2))).containsExactly("1", "2");
    }

    @Test
    void bytesThatAreNotUtf8AreShownAndCostTheirRowOnly() {
        byte[] bytes = "a,b\n1,caf\u00e9\n2,fine \u2615\n".getBytes(StandardCharsets.UTF_8);
        bytes[10] = 'x';

        List<ReadRow<List<String>>> rows = rows(bytes);

        assertThat(fault(rows.get(0)).kind()).isEqualTo(RejectKind.MALFORMED_BYTES);
        assertThat(rows.get(0).raw()).isEqualTo("1,caf\\xC3x");
        assertThat(fields(rows.get(1))).containsExactly("2", "fine \u2615");
    }

    @Test
    void anHonestReplacementCharacterIsText() {
        assertThat(fields(rows("a,b\n1,\uFFFD\n").get(0))).containsExactly("1", "\uFFFD");
    }

    @Test
    void aLineBeyondTheLimitIsCountedNotKept() {
        List<ReadRow<List<String>>> rows = rows("a,b\n1," + "x".repeat(300_000) + "\n2,y\n");

        assertThat(fault(rows.get(0)).reason()).startsWith("the line has 300002 bytes");
        assertThat(fields(rows.get(1))).containsExactly("2", "y");
    }

    @Test
    void readsSemicolonsTabsAndFilesWithCarriageReturnsOnly() {
        assertThat(fields(rows("a;b\n1,5;2\n").get(0))).containsExactly("1,5", "2");
        assertThat(fields(rows("a\tb\n1\t2\n").get(0))).containsExactly("1", "2");
        assertThat(fields(rows("a,b\r1,2\r3,4\r").get(1))).containsExactly("3", "4");
    }

    @Test
    void unicodeLineSeparatorsAreText() {
        assertThat(fields(rows("a,b\n1,x\u0085y\u2028z\n").get(0))).containsExactly("1", "x\u0085y\u2028z");
    }

    @Test
    void anUnreadableHeaderIsNamed() {
        assertThatThrownBy(() -> rows("a,\"b\n1,2\n"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("header");
        assertThatThrownBy(() -> rows("\n \n"))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("is empty");
    }

    @Property(tries = 500)
    void agreesWithAnotherParserOnWellFormedFiles(@ForAll("cells") List<List<String>> table) {
        StringBuilder csv = new StringBuilder("c1,c2,c3\n");
        for (List<String> row : table) {
            csv.append(String.join(",", row.stream().map(CsvRowsTest::quoted).toList()))
                    .append('\n');
        }

        List<List<String>> ours = new ArrayList<>();
        rows(csv.toString()).forEach(row -> ours.add(fields(row)));

        List<List<String>> theirs = new ArrayList<>();
        try (var reader = de.siegmar.fastcsv.reader.CsvReader.builder().ofCsvRecord(csv.toString())) {
            for (CsvRecord csvRecord : reader) {
                theirs.add(csvRecord.getFields());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(ours).isEqualTo(theirs.subList(1, theirs.size()));
    }

    @Provide
    Arbitrary<List<List<String>>> cells() {
        // No carriage returns: fastcsv 3.7 loses a last row whose last field ends in a quoted one.
        return Arbitraries.strings()
                .withChars('a', ',', '"', '\n', ' ', ';', '\u00e9')
                .ofMaxLength(8)
                .list()
                .ofSize(3)
                .list()
                .ofMaxSize(6);
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static List<ReadRow<List<String>>> rows(String csv) {
        return rows(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<ReadRow<List<String>>> rows(byte[] csv) {
        List<ReadRow<List<String>>> all = new ArrayList<>();
        try (CsvRows rows = CsvRows.open(new LineReader(new ByteArrayInputStream(csv), 200_000), null, 200_000)) {
            for (ReadRow<List<String>> row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static List<String> fields(ReadRow<List<String>> row) {
        if (row instanceof ReadRow.Intact<List<String>> intact) {
            return intact.content();
        }
        throw new AssertionError("damaged: " + row);
    }

    private static RowFault fault(ReadRow<List<String>> row) {
        if (row instanceof ReadRow.Damaged<List<String>> damaged) {
            return damaged.fault();
        }
        throw new AssertionError("not damaged: " + row);
    }
}
