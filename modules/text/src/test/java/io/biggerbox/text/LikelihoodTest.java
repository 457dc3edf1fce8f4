package io.biggerbox.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LikelihoodTest {

    private static ThemeMention mention(String theme, String evidence) {
        return new ThemeMention(theme, SentimentLabel.NEGATIVE, -0.8, new Span(0, 10), evidence);
    }

    @Test
    void shouldTakeWhatTheModelIsSurestOf() {
        ThemeMention box = mention("box", "learned:0.41 (box)");
        ThemeMention late = mention("late", "phrase:too late, learned:0.87");

        assertThat(Likelihood.likeliest(List.of(box, late))).isEqualTo("late");
        assertThat(Likelihood.of(late)).isEqualTo(0.87);
        assertThat(Likelihood.likeliest(List.of(box, mention("late", "phrase:too late"))))
                .isEqualTo("box");
        assertThat(Likelihood.likeliest(List.of())).isNull();
    }

    @Test
    void shouldTrustTheWholeTextMoreThanOneOfItsSentences() {
        ThemeMention whole = mention("late", "learned:0.38 (pending)");
        ThemeMention sentence = mention("box", "learned-here:0.98 (box)");
        ThemeMention rule = mention("price", "include:price");

        assertThat(Likelihood.likeliest(List.of(rule, sentence, whole))).isEqualTo("late");
        assertThat(Likelihood.likeliest(List.of(rule, sentence))).isEqualTo("box");
        assertThat(Likelihood.of(sentence)).isEqualTo(0.98);
    }
}
