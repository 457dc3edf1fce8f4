package io.biggerbox.text.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.biggerbox.text.sentiment.SentimentModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MeaningTest {
    private final Meaning meaning = Meaning.shipped();

    @Test
    void shouldPutTextsAboutTheSameThingCloserThanOthers() {
        float[] late = meaning.of("my parcel still has not arrived");
        float[] delayed = meaning.of("the package was delivered two weeks late");
        float[] login = meaning.of("I cannot sign in to my account, it rejects my password");

        assertThat(cosine(late, delayed)).isGreaterThan(cosine(late, login) + 0.2);
    }

    @Test
    void shouldGiveVectorsOfLengthOne() {
        float[] vector = meaning.of("The zip broke after 3 days :(");

        assertThat(vector).hasSize(meaning.width());
        assertThat(cosine(vector, vector)).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-5));
    }

    @Test
    void shouldGiveZerosForTextsWithoutKnownWords() {
        assertThat(meaning.of("")).containsOnly(0);
        assertThat(meaning.of("😀 !!! qzxqzvvk")).containsOnly(0);
    }

    @Test
    void shouldRefuseOtherFiles() {
        ByteArrayInputStream other = new ByteArrayInputStream(new byte[64]);

        assertThatThrownBy(() -> Meaning.read(other, SentimentModel.shipped().vocabulary()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a table of meanings");
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
