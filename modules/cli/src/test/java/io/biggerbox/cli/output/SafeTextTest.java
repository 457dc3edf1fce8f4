package io.biggerbox.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[2J",
                "\u009b31m",
                "\r",
                "\n",
                "\u2028",
                "\u2029",
                "\u202e",
                "\u2066",
                "\u200b",
                "\ufeff",
                "\0",
                "\u0007",
                "\ud800",
                "\udc00"
            })
    void nothingSteersTheTerminal(String hostile) {
        String line = SafeText.oneLine("be" + hostile + "fore");
        assertThat(line).startsWith("be").endsWith("fore");
        assertThat(line.codePoints()).noneMatch(Character::isISOControl).noneMatch(point -> {
            int type = Character.getType(point);
            return type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
        });
    }

    @Test
    void ordinaryTextStays() {
        assertThat(SafeText.oneLine("Größe 42, 価格, 👩\u200d👩\u200d👧 — “ok”"))
                .isEqualTo("Größe 42, 価格, 👩\u200d👩\u200d👧 — “ok”");
        assertThat(SafeText.oneLine("  two\n\n lines  ")).isEqualTo("two lines");
    }

    @Test
    void longLinesAreCutBetweenCharacters() {
        assertThat(SafeText.oneLine("abcdef", 6)).isEqualTo("abcdef");
        assertThat(SafeText.oneLine("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(SafeText.oneLine("😀😀😀😀", 3)).isEqualTo("😀😀…");
    }
}
