package io.biggerbox.sentences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentenceModelTest {

    private static double likeness(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource(Encoder.class)
    void textsThatMeanTheSameAreCloser(Encoder encoder) throws Exception {
        try (SentenceModel model = SentenceModel.load(encoder)) {
            float[] late = model.embed("My parcel came three weeks late.");
            assertThat(late).hasSize(SentenceModel.SIZE);
            assertThat(likeness(late, late)).isCloseTo(1, within(1e-4));
            assertThat(likeness(late, model.embed("The delivery took ages")))
                    .isGreaterThan(likeness(late, model.embed("I love the colour of this dress")));
            assertThat(model.embed("My parcel came three weeks late.")).isEqualTo(late);
        }
    }

    @Test
    void embeddingsAreTheSameFreshAndFromTheFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("cache");
        List<String> texts = List.of("one text", "another text", "a third");
        Embeddings fresh = Embeddings.of(Encoder.MINILM, texts, file, 2, done -> {});
        // half a row, as a run leaves it that was cut off
        byte[] rows = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(rows, rows.length - 100));
        Embeddings kept = Embeddings.of(Encoder.MINILM, texts, file, 1, done -> {});
        for (String text : texts) {
            assertThat(kept.of(text)).isEqualTo(fresh.of(text));
        }
        assertThat(Files.size(file)).isEqualTo(rows.length);
        assertThat(kept.holds("never seen")).isFalse();
    }

    @Test
    void whatWasEmbeddedOnceIsNeverEmbeddedAgain(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("cache");
        Embeddings.of(Encoder.MINILM, List.of("one text", "one text", "another text"), file, 1, done -> {});
        long size = Files.size(file);
        Embeddings.of(Encoder.MINILM, List.of("a third"), file, 1, done -> {});

        List<Integer> embedded = new ArrayList<>();
        Embeddings.of(Encoder.MINILM, List.of("one text", "another text", "a third"), file, 1, embedded::add);

        assertThat(embedded).isEmpty();
        assertThat(Files.size(file)).isEqualTo(size / 2 * 3);
    }

    @Test
    void wordsAreCutIntoTheLongestKnownPieces() {
        WordPieces pieces = new WordPieces(Map.of("un", 5, "##happy", 6, "##hap", 7, "cafe", 8, "!", 9));
        assertThat(pieces.ids("Unhappy café!", 10)).containsExactly(101, 5, 6, 8, 9, 102);
        assertThat(pieces.ids("unknown", 10)).containsExactly(101, 100, 102);
        assertThat(pieces.ids("un un un un", 4)).containsExactly(101, 5, 5, 102);
    }
}
