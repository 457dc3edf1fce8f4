package io.biggerbox.training.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KinTest {
    private static final Map<String, float[]> NUMBERS = Map.of(
            "tea", new float[] {1, 0, 0, 0},
            "coffee", new float[] {9, 1, 0, 0},
            "shoes", new float[] {0, 0, 1, 0},
            "boots", new float[] {0, 0, 5, 1},
            "seldom", new float[] {1, 1, 1, 1});

    @Test
    void shouldNameTheClosestOfTheFrequentWordsFirst() {
        List<String> texts = Collections.nCopies(8, "Tea or coffee, boots or shoes?");
        Map<String, List<String>> kin = Kin.of(texts, word -> NUMBERS.getOrDefault(word, new float[0]));
        assertThat(kin).containsOnlyKeys("tea", "coffee", "boots", "shoes");
        assertThat(kin.get("tea")).startsWith("coffee");
        assertThat(kin.get("boots")).startsWith("shoes");
    }
}
