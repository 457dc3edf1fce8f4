package io.biggerbox.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.intake.columns.ColumnMapFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

class ImportPropertyTest {

    private static final ImportOptions MAPPED = Imports.OPTIONS.withMap(ColumnMapFile.parse(
            "{kind: review, columns: {written_at: when, text: text, rating: stars, product: {constant: B}},"
                    + " filter: {keep: [yes, maybe]}}",
            "map"));

    @Property(tries = 200)
    void everyRowIsAcceptedRejectedOrSkipped(@ForAll("rows") List<List<String>> table) throws IOException {
        StringBuilder csv = new StringBuilder("when,stars,text,keep\n");
        table.forEach(row -> csv.append(String.join(
                        ",", row.stream().map(ImportPropertyTest::quoted).toList()))
                .append('\n'));

        List<ImportRow> first = Imports.read(ImportFormat.CSV, csv.toString(), MAPPED);
        List<ImportRow> second = Imports.read(ImportFormat.CSV, csv.toString(), MAPPED);

        assertThat(first).hasSameSizeAs(table);
        for (int i = 0; i < first.size(); i++) {
            if (first.get(i) instanceof ImportRow.Accepted accepted) {
                byte[] bytes = bytes(accepted.event());
                assertThat(decoded(accepted.event(), bytes)).isEqualTo(accepted.event());
                assertThat(bytes(((ImportRow.Accepted) second.get(i)).event())).isEqualTo(bytes);
            } else {
                assertThat(second.get(i)).isEqualTo(first.get(i));
            }
        }
    }

    @Property(tries = 200)
    void anyBytesBehindAHeaderAreRowsOrNothing(@ForAll("garbage") String garbage) {
        for (ImportFormat format : List.of(ImportFormat.CSV, ImportFormat.JSONL, ImportFormat.ZENDESK)) {
            String start = format == ImportFormat.CSV ? "product,written_at,text\n" : "{}\n";
            List<ImportRow> rows = Imports.read(format, start + garbage);

            long previous = 0;
            for (ImportRow row : rows) {
                assertThat(row.line()).isGreaterThanOrEqualTo(previous);
                previous = row.line();
            }
        }
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> when = Arbitraries.of("2025-05-01", "2025-05-01 10:00:00", "1/2/2025", "", "2031-01-01");
        Arbitrary<String> stars = Arbitraries.of("1", "5", "17", "", "many");
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(20);
        Arbitrary<String> keep = Arbitraries.of("yes", "no", "Maybe");
        return Combinators.combine(when, stars, text, keep)
                .as((w, s, t, k) -> List.of(w, s, t, k))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> garbage() {
        return Arbitraries.strings().withChars("{}[]\",:\\\n\r ;abc1\u00e9").ofMaxLength(60);
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static byte[] bytes(SpecificRecord event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new SpecificDatumWriter<SpecificRecord>(event.getSchema()).write(event, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    private static SpecificRecord decoded(SpecificRecord like, byte[] bytes) throws IOException {
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, null);
        return new SpecificDatumReader<SpecificRecord>(like.getSchema()).read(null, decoder);
    }
}
