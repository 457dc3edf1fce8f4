package io.biggerbox.training.corpora;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.text.tokens.Tokenizer;
import io.biggerbox.text.tokens.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StemRarityTest {

    @Test
    void shouldCountTextsAndNotWords(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rarity.tsv");
        List<String> texts = List.of("late late late", "late again", "packages are here", "a package is late");
        StemRarity.write(texts, new Tokenizer(Vocabulary.of(List.of("late"))), file);
        // three of four texts: 0.4 bits; two of four: 1 bit; one of four: 2 bits
        assertThat(Files.readAllLines(file))
                .contains("lat\t4", "packag\t10", "again\t20")
                .noneMatch(String::isBlank);
    }
}
