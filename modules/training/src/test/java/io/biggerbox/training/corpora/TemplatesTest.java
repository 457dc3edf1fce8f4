package io.biggerbox.training.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.text.SentimentLabel;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    @Test
    void shouldMakeTheSameTextsEveryTimeAndNoneTwice() throws IOException {
        List<LabelledText> texts = Templates.own().texts(7);
        assertThat(texts).isEqualTo(Templates.own().texts(7)).doesNotHaveDuplicates();
        assertThat(texts).isNotEqualTo(Templates.own().texts(8));
        assertThat(texts.stream().collect(Collectors.groupingBy(LabelledText::label, Collectors.counting())))
                .allSatisfy((label, count) -> assertThat(count).isGreaterThan(1_000))
                .hasSize(SentimentLabel.values().length);
    }

    @Test
    void shouldLeaveNoMarkOfItsTemplate() throws IOException {
        assertThat(Templates.own().texts(7))
                .allSatisfy(made -> assertThat(made.text()).isNotBlank().doesNotContain("[", "]", "(", "|", " = "));
    }
}
