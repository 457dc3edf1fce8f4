package io.biggerbox.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.biggerbox.text.Leaning;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CascadeModelTest {
    private static final CascadeModel MODEL =
            new CascadeModel("test-1", "fast-0", new float[] {2, 0, -1}, new float[] {0, 3, 0.5f}, 0.5, 1, new float[] {
                0, 0.2f, 0.4f, 0.9f, 1
            });

    @Test
    void anAnswerIsTheSumOfWeights() {
        Leaning second = MODEL.second(new float[] {0.5f, 1});
        assertThat(second).isEqualTo(new Leaning(0, 3.5));
    }

    @Test
    void bothAnswersCountWithTheirTrust() {
        assertThat(MODEL.together(new Leaning(2, -4), new Leaning(1, 1))).isEqualTo(new Leaning(2, -1));
    }

    @Test
    void aShareBecomesAMargin() {
        assertThat(MODEL.margin(0)).isZero();
        assertThat(MODEL.margin(0.25)).isCloseTo(0.2, within(1e-6));
        assertThat(MODEL.margin(0.375)).isCloseTo(0.3, within(1e-6));
        assertThat(MODEL.margin(1)).isInfinite();
    }

    @Test
    void theFileHoldsAll() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        MODEL.write(file);
        CascadeModel read = CascadeModel.read(new ByteArrayInputStream(file.toByteArray()));
        assertThat(read.version()).isEqualTo("test-1");
        assertThat(read.madeFor()).isEqualTo("fast-0");
        assertThat(read.second(new float[] {0.5f, 1})).isEqualTo(MODEL.second(new float[] {0.5f, 1}));
        assertThat(read.together(new Leaning(2, -4), new Leaning(1, 1))).isEqualTo(new Leaning(2, -1));
        assertThat(read.margin(0.9)).isEqualTo(MODEL.margin(0.9));
    }

    @Test
    void anotherFileIsRefused() {
        assertThatThrownBy(() -> CascadeModel.read(new ByteArrayInputStream(new byte[100])))
                .isInstanceOf(IOException.class)
                .hasMessage("not a model of the cascade");
    }
}
