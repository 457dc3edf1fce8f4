package io.biggerbox.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.biggerbox.cli.output.CommandFailedException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "now, 2026-03-10T12:00:00Z",
        "2026-03-01, 2026-03-01T00:00:00Z",
        "2026-03-01T09:30, 2026-03-01T09:30:00Z",
        "2026-03-01T09:30:15Z, 2026-03-01T09:30:15Z",
        "2026-03-01T09:30:00+01:00, 2026-03-01T08:30:00Z",
        "2026-03-01T09:30:00-05:00, 2026-03-01T14:30:00Z",
        "36h, 2026-03-12T00:00:00Z",
        "14d, 2026-03-24T12:00:00Z",
        "2w, 2026-03-24T12:00:00Z",
        "0d, 2026-03-10T12:00:00Z"
    })
    void timesAsPeopleWriteThem(String text, Instant expected) {
        assertThat(Times.until(text, NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2026-13-01",
                "2026-02-30",
                "1/3/2026",
                "5 d",
                "-3d",
                "3m",
                "999999w",
                "T",
                "2026-03-01T25:00"
            })
    void anythingElseIsRefusedWithExamples(String text) {
        assertThatThrownBy(() -> Times.until(text, NOW))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("is no time")
                .hasMessageContaining("2026-03-01");
    }

    @Test
    void theLongestSpanIsStillATime() {
        assertThat(Times.until("99999w", NOW)).isAfter(Instant.parse("3900-01-01T00:00:00Z"));
    }
}
