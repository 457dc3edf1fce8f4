package io.biggerbox.training.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.biggerbox.text.FastReader;
import io.biggerbox.text.taxonomy.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplyScoreTest {

    private static final FastReader READER = FastReader.create(new Taxonomy("none", "1", List.of()));

    @Test
    void theShippedModelReadsSentencesThatItHasNotLearned() throws IOException {
        ReplyScore score = ReplyScore.of(READER, ReplySentence.own(ReplySentence.HELD_BACK));
        assertThat(score.recall()).as("%s", score).isGreaterThan(0.65);
        assertThat(score.precision()).as("%s", score).isGreaterThan(0.85);
        assertThat(score.silence()).as("%s", score).isGreaterThan(0.9);
    }

    @Test
    void nothingIsBothLearnedAndHeldBack() throws IOException {
        Set<String> learned = new HashSet<>();
        for (ReplySentence sentence : ReplySentence.own(ReplySentence.LESSONS)) {
            assertThat(learned.add(sentence.text().toLowerCase(Locale.ROOT)))
                    .as(sentence.text())
                    .isTrue();
        }
        assertThat(ReplySentence.own(ReplySentence.HELD_BACK))
                .hasSizeGreaterThan(200)
                .noneMatch(sentence -> learned.contains(sentence.text().toLowerCase(Locale.ROOT)));
    }

    @Test
    void aRightToneOfTheWrongKindIsHalfRight() {
        ReplyScore score = ReplyScore.of(
                READER,
                List.of(
                        new ReplySentence("deflects.busy", "This was an isolated incident."),
                        new ReplySentence("owns-it", "This was our mistake."),
                        new ReplySentence(ReplySentence.NONE, "The shop is open until six.")));
        assertThat(score.recall()).isEqualTo(0.5);
        assertThat(score.precision()).isEqualTo(0.5);
        assertThat(score.silence()).isEqualTo(1);
        assertThat(score.toString()).contains("deflects.busy").contains("the tone at least   1");
    }

    @Test
    void aLineThatIsNoneIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.tsv"), "# mine\n\nboasts We are the best.\n");
        assertThatThrownBy(() -> ReplySentence.of(file)).hasMessageContaining("boasts We are the best.");
    }
}
