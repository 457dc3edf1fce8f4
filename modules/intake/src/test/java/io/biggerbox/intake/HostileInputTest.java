package io.biggerbox.intake;

import static io.biggerbox.intake.Imports.OPTIONS;
import static io.biggerbox.intake.Imports.event;
import static io.biggerbox.intake.Imports.read;
import static io.biggerbox.intake.Imports.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.biggerbox.events.Review;
import io.biggerbox.intake.read.RejectKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {

    private static final String HEADER = "source_id,product,written_at,text\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "<script>alert(1)</script>",
                "'; DROP TABLE reviews; --",
                "{\"$ref\":\"x\"}",
                "\u0000 bell\u0007 escape\u001B[31m",
                "\u202Eright to left\u200B",
                "\uD83D\uDE21\uD83D\uDE21"
            })
    void hostileTextsStayData(String text) {
        Review review = event(
                Review.class,
                read(ImportFormat.CSV, HEADER + "1,B,2025-05-01,\"" + text.replace("\"", "\"\"") + "\"\n")
                        .get(0));

        assertThat(review.getText()).isEqualTo(text);
    }

    @Test
    void loneSurrogatesBecomeReplacementCharacters() {
        Review review = event(
                Review.class,
                read(
                                ImportFormat.JSONL,
                                "{\"product\":\"B\",\"written_at\":\"2025-05-01\",\"text\":\"a\\ud83d b\\ude21 \\ud83d\\ude21\"}")
                        .get(0));
        assertThat(review.getText()).isEqualTo("a\uFFFD b\uFFFD \uD83D\uDE21");

        byte[] utf16 = ("\uFEFF" + HEADER + "1,B,2025-05-01,aXb\n").getBytes(StandardCharsets.UTF_16LE);
        int x = utf16.length - 6;
        assertThat(utf16[x]).isEqualTo((byte) 'X');
        utf16[x] = 0x3D;
        utf16[x + 1] = (byte) 0xD8;
        assertThat(event(Review.class, read(ImportFormat.CSV, utf16, OPTIONS).get(0))
                        .getText())
                .startsWith("a\uFFFD");
    }

    @Test
    void aTextOfTwoMegabytesIsRejectedAsTooLargeAndALargeOneIsCarried() {
        String large = "w\u00f6rd ".repeat(100_000);
        List<ImportRow> rows = read(
                ImportFormat.CSV,
                HEADER + "1,B,2025-05-01," + "x".repeat(2_000_000) + "\n2,B,2025-05-01,\"" + large + "\"\n");

        assertThat(rejected(rows.get(0)).kind()).isEqualTo(RejectKind.TOO_LARGE);
        assertThat(rejected(rows.get(0)).reason()).startsWith("the text is too large: the event would have 20000");
        assertThat(event(Review.class, rows.get(1)).getText()).isEqualTo(large);
    }

    @Test
    void anIdThatIsATextIsRejected() {
        ImportRow row = read(ImportFormat.CSV, HEADER + "x".repeat(600) + ",B,2025-05-01,t\n")
                .get(0);

        assertThat(rejected(row).reason()).isEqualTo("source_id has 600 characters; at most 512 are allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "0x5", "4,5", "1e999", "5d", "\u0665"})
    void numbersThatAreNotPlainAreRejected(String rating) {
        ImportRow row = read(ImportFormat.CSV, "product;written_at;rating\nB;2025-05-01;" + rating + "\n")
                .get(0);

        assertThat(rejected(row).field()).isEqualTo("rating");
    }

    @Test
    void anotherEncodingCostsTheRowsItSpoilsAndCanBeNamed() {
        Charset latin = StandardCharsets.ISO_8859_1;
        byte[] bytes = (HEADER + "1,B,2025-05-01,caf\u00e9\n2,B,2025-05-01,tea\n").getBytes(latin);

        List<ImportRow> rows = read(ImportFormat.CSV, bytes, OPTIONS);
        assertThat(rejected(rows.get(0)).line()).isEqualTo(2);
        assertThat(rejected(rows.get(0)).raw()).isEqualTo("1,B,2025-05-01,caf\\xE9");
        assertThat(rejected(rows.get(0)).remedy()).contains("--encoding");
        assertThat(event(Review.class, rows.get(1)).getText()).isEqualTo("tea");
        assertThat(event(
                                Review.class,
                                read(ImportFormat.CSV, bytes, OPTIONS.withEncoding(latin))
                                        .get(0))
                        .getText())
                .isEqualTo("caf\u00e9");
    }

    @Test
    void aBinaryFileIsOneClearError() {
        assertThatThrownBy(() -> read(ImportFormat.CSV, new byte[4000], OPTIONS))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("is not a text file");
    }
}
