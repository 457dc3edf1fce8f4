package io.biggerbox.text.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.biggerbox.text.FastReader;
import io.biggerbox.text.SentimentLabel;
import io.biggerbox.text.ThemeMention;
import io.biggerbox.text.meaning.Meaning;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.Theme;
import io.biggerbox.text.tokens.Stemmer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThemeModelTest {
    private static final Theme LATE = new Theme(
            "delivery.late", "Late", "", null, "logistics", List.of("arrived weeks late"), List.of(), List.of("baby"));

    /** One theme, spoken for by one word, and none of them. */
    private static byte[] model(String meaning, int width, String word) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(ThemeModel.MAGIC);
        out.writeUTF(meaning);
        out.writeShort(2);
        out.writeUTF("delivery.late");
        out.writeFloat(0.6f);
        out.writeUTF(ThemeModel.NONE);
        out.writeFloat(0.6f);
        out.writeFloat(0);
        out.writeFloat(1);
        out.writeFloat(1);
        out.writeShort(width);
        out.writeFloat(0);
        out.writeFloat(0);
        out.write(new byte[2 * width]);
        out.writeFloat(1);
        out.writeInt(1);
        out.writeInt(ThemeFeatures.hash(Stemmer.stem(word)));
        out.writeByte(1);
        out.writeByte(0);
        out.writeByte(20);
        return bytes.toByteArray();
    }

    private static byte[] shipped(String word) throws IOException {
        return model(Meaning.shipped().version(), Meaning.shipped().width(), word);
    }

    private static FastReader reader(String word) throws IOException {
        Taxonomy plain = new Taxonomy("default", "7", List.of(LATE));
        return FastReader.create(plain.with(ThemeModel.read(shipped(word))));
    }

    @Test
    void shouldFindWhatWasLearnedWithItsReason() throws IOException {
        List<ThemeMention> mentions = reader("parcel")
                .read("Terrible service, the parcel is nowhere to be seen!")
                .mentions();

        assertThat(mentions).hasSize(1);
        assertThat(mentions.get(0).theme()).isEqualTo("delivery.late");
        assertThat(mentions.get(0).polarity()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(mentions.get(0).evidence()).matches("learned:0\\.\\d\\d \\(parcel\\)");
    }

    @Test
    void shouldAddToTheReasonOfAPhrase() throws IOException {
        List<ThemeMention> mentions =
                reader("parcel").read("My parcel arrived two weeks late.").mentions();

        assertThat(mentions).hasSize(1);
        assertThat(mentions.get(0).evidence()).startsWith("phrase:arrived weeks late, learned:0.");
    }

    @Test
    void shouldSayWhenOneSentenceSpeaksForAThemeThatTheTextAsAWholeDoesNot() throws IOException {
        String about = " and then we went for a walk by the river as we always do".repeat(4) + ". ";
        List<ThemeMention> mentions = reader("parcel")
                .read("We got up" + about + "The parcel is gone. We had lunch" + about)
                .mentions();

        assertThat(mentions).hasSize(1);
        assertThat(mentions.get(0).evidence()).matches("learned-here:\\d\\.\\d\\d \\(parcel\\)");
    }

    @Test
    void shouldObeyExcludedTerms() throws IOException {
        assertThat(reader("parcel").read("The baby parcel was terrible!").mentions())
                .isEmpty();
    }

    @Test
    void shouldNotReportTheClassThatIsNoTheme() throws IOException {
        assertThat(reader("parcel").read("The weather is terrible today!").mentions())
                .isEmpty();
    }

    @Test
    void shouldClaimTheLikeliestOfAlikeThemesSoonerWhenTheTextIsSurelyAboutOne() throws IOException {
        ThemeModel model = ThemeModel.read(shipped("delayed"));
        assertThat(model.claims(new float[] {0.61f, 0.3f}, 0)).isTrue();
        assertThat(model.claims(new float[] {0.35f, 0.3f}, 0)).isFalse();
        assertThat(model.claims(new float[] {0.35f, 0.04f}, 0)).isTrue();
        assertThat(model.claims(new float[] {0.25f, 0.04f}, 0)).isFalse();
        assertThat(model.claims(new float[] {0.01f, 0.99f}, 1)).isFalse();
    }

    @Test
    void shouldBeEqualByContentAndChangeTheVersionWithIt() throws IOException {
        ThemeModel one = ThemeModel.read(shipped("parcel"));
        ThemeModel same = ThemeModel.read(one.toBytes());
        ThemeModel other = ThemeModel.read(shipped("box"));
        Taxonomy plain = new Taxonomy("default", "7", List.of(LATE));

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(other);
        assertThat(plain.with(one).version()).isEqualTo("7+" + one.digest());
        assertThat(plain.with(one).with(other)).isEqualTo(plain.with(other));
    }

    @Test
    void shouldRefuseWordMeaningsThatItWasNotLearnedWith() throws IOException {
        ThemeModel old = ThemeModel.read(model("meaning-0", Meaning.shipped().width(), "parcel"));

        assertThatThrownBy(() -> new ThemeScorer(old, Meaning.shipped()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("meaning-0")
                .hasMessageContaining("compile the taxonomy again");
    }

    @Test
    void shouldSayWhatIsWrongWithCutModels() throws IOException {
        byte[] whole = shipped("parcel");
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ThemeModel.read(cut))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("unusable theme model");
        }
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        assertThatThrownBy(() -> ThemeModel.read(longer)).hasMessageContaining("goes on after its end");
    }

    @Test
    void shouldNeitherCrashNorReserveMuchForHostileBytes() throws IOException {
        byte[] whole = shipped("parcel");
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            byte[] hostile = whole.clone();
            for (int i = 0; i < 1 + round % 4; i++) {
                hostile[random.nextInt(hostile.length)] = (byte) random.nextInt();
            }
            Throwable thrown = catchThrowable(() -> ThemeModel.read(hostile));
            assertThat(thrown).satisfiesAnyOf(none -> assertThat(none).isNull(), some -> assertThat(some)
                    .isInstanceOf(IllegalArgumentException.class));
        }
        assertThatThrownBy(() -> ThemeModel.read(new byte[ThemeModel.LARGEST + 1]))
                .hasMessageContaining("may have");
    }
}
