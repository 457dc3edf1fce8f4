package io.biggerbox.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeParserTest {

    @ParameterizedTest
    @CsvSource({
        "2025-03-01,2025-03-01T00:00:00Z",
        "2025-03-01 10:20:30,2025-03-01T10:20:30Z",
        "2025-03-01 10:20,2025-03-01T10:20:00Z",
        "2025-03-01T10:20:30Z,2025-03-01T10:20:30Z",
        "2025-03-01T10:20:30.123456Z,2025-03-01T10:20:30.123456Z",
        "2025-03-01T10:20:30-08:00,2025-03-01T18:20:30Z",
        "2025-03-01 10:20:30+0100,2025-03-01T09:20:30Z",
        "2025-03-01 10:20:30 UTC,2025-03-01T10:20:30Z"
    })
    void readsIso(String text, Instant expected) {
        assertThat(parser("iso").parse("date", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3/1/2025", "01.03.2025", "1740823230", "1740823230000", "2025-02-30", "yesterday", "2025-3-1"})
    void guessesNothing(String text) {
        assertThatThrownBy(() -> parser("iso").parse("date", text))
                .isInstanceOf(RowFaultException.class)
                .hasMessageContaining("date is " + text + ", which is not a time in a known form");
    }

    @Test
    void readsAnnouncedForms() {
        assertThat(parser("epoch_seconds").parse("d", "1740823230")).isEqualTo("2025-03-01T10:00:30Z");
        assertThat(parser("epoch_millis").parse("d", "1740823230000")).isEqualTo("2025-03-01T10:00:30Z");
        assertThat(parser("M/d/yyyy").parse("d", "3/1/2025")).isEqualTo("2025-03-01T00:00:00Z");
        assertThat(parser("EEE MMM dd HH:mm:ss Z yyyy").parse("d", "Tue Oct 31 23:36:20 +0000 2017"))
                .isEqualTo("2017-10-31T23:36:20Z");
        TimeParser berlin = TimeParser.of(List.of("iso"), ZoneId.of("Europe/Berlin"), Imports.NOW);
        assertThat(berlin.parse("d", "2025-07-01 10:00:00")).isEqualTo("2025-07-01T08:00:00Z");
    }

    @Test
    void refusesWhatReadsTwoWays() {
        assertThatThrownBy(() -> parser("M/d/yyyy", "d/M/yyyy").parse("date", "3/1/2025"))
                .hasMessage("date is 3/1/2025, which reads as 2025-03-01T00:00:00Z or as 2025-01-03T00:00:00Z");
        assertThat(parser("M/d/yyyy", "d/M/yyyy").parse("date", "3/3/2025")).isEqualTo("2025-03-03T00:00:00Z");
    }

    @Test
    void refusesTheFutureAndTheDistantPast() {
        assertThat(parser("iso").parse("date", "2026-01-16T11:59:59Z")).isNotNull();
        assertThatThrownBy(() -> parser("iso").parse("date", "2026-01-16T12:00:01Z"))
                .hasMessageContaining("in the future");
        assertThatThrownBy(() -> parser("epoch_millis").parse("date", "1740823230"))
                .hasMessageContaining("before 1990");
    }

    private static TimeParser parser(String... forms) {
        return TimeParser.of(List.of(forms), ZoneOffset.UTC, Imports.NOW);
    }
}
