package io.biggerbox.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.biggerbox.text.taxonomy.StarterTaxonomies;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.Theme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThemeReadingTest {
    private static final FastReader READER = FastReader.create(StarterTaxonomies.load("general"));

    private static List<ThemeMention> mentions(String text) {
        return READER.read(text).mentions();
    }

    private static void assertPolarity(String text, String theme, SentimentLabel polarity) {
        assertThat(mentions(text))
                .extracting(ThemeMention::theme, ThemeMention::polarity)
                .contains(tuple(theme, polarity));
    }

    @Test
    void shouldTellTheThemesOfOneTextApart() {
        String text = "The box was way too small, my shoes didn't fit. Support was great though!";
        assertPolarity(text, "packaging.too-small", SentimentLabel.NEGATIVE);
        assertPolarity(text, "support", SentimentLabel.POSITIVE);
    }

    @Test
    void shouldTellTheClausesOfOneSentenceApart() {
        String text = "The packaging is great but delivery took forever";
        assertPolarity(text, "packaging", SentimentLabel.POSITIVE);
        assertPolarity(text, "delivery.late", SentimentLabel.NEGATIVE);
    }

    @Test
    void shouldTakeAPlainComplaintForAComplaint() {
        assertPolarity("The box was too small for my shoes", "packaging.too-small", SentimentLabel.NEGATIVE);
        assertPolarity("I was charged twice", "billing.charged-twice", SentimentLabel.NEGATIVE);
    }

    @Test
    void shouldNotTakeAStatementAboutAThemeForAComplaint() {
        for (String text : List.of("Is the felt of the box recycled?", "The box arrived on Tuesday.")) {
            assertPolarity(text, "packaging", SentimentLabel.NEUTRAL);
        }
        assertPolarity("The packaging is a disgrace, I am fed up.", "packaging", SentimentLabel.NEGATIVE);
    }

    @Test
    void shouldNotHearAComplaintThatIsDenied() {
        for (String text : List.of("I never had a login problem", "delivery wasn't late", "The box wasn't too small")) {
            assertThat(mentions(text)).isNotEmpty().noneMatch(m -> m.polarity() == SentimentLabel.NEGATIVE);
        }
    }

    @Test
    void shouldNeedTheNegationAndTheExcessOfAPhrase() {
        assertThat(mentions("My package arrived")).noneMatch(m -> m.theme().equals("delivery.never-arrived"));
        assertThat(mentions("It came in a small box")).noneMatch(m -> m.theme().equals("packaging.too-small"));
    }

    @Test
    void shouldFindPhrasesInAnotherOrderAndForm() {
        assertPolarity("twice they charged me!!", "billing.charged-twice", SentimentLabel.NEGATIVE);
        assertPolarity("why does this app keep crashing", "app.crash", SentimentLabel.NEGATIVE);
    }

    @Test
    void shouldPreferTheNarrowerTheme() {
        assertThat(mentions("delivery took forever"))
                .extracting(ThemeMention::theme)
                .containsExactly("delivery.late");
    }

    @Test
    void shouldRuleOutExcludedSentences() {
        Theme theme = new Theme("box", "Box", "", null, "team", List.of(), List.of("box"), List.of("box office"));
        FastReader reader = FastReader.create(new Taxonomy("t", "1", List.of(theme)));
        assertThat(reader.read("A nice box.").mentions()).hasSize(1);
        assertThat(reader.read("A nice box at the box office.").mentions()).isEmpty();
    }

    @Test
    void shouldNameTheRule() {
        assertThat(mentions("The return policy is on the website"))
                .extracting(ThemeMention::evidence)
                .containsExactly("include:return policy");
        assertThat(mentions("I was charged twice by you guys"))
                .extracting(ThemeMention::evidence)
                .contains("phrase:I was charged twice");
    }

    @Test
    void shouldFindEveryStarterThemeByItsOwnPhrases() {
        for (String name : StarterTaxonomies.names()) {
            Taxonomy taxonomy = StarterTaxonomies.load(name);
            FastReader reader = FastReader.create(taxonomy);
            int phrases = 0;
            List<String> missed = new ArrayList<>();
            for (Theme theme : taxonomy.themes()) {
                for (String phrase : theme.phrases()) {
                    phrases++;
                    boolean found = reader.read(phrase).mentions().stream()
                            .anyMatch(m -> m.theme().equals(theme.id()) && m.polarity() == SentimentLabel.NEGATIVE);
                    if (!found) {
                        missed.add(theme.id() + ": " + phrase);
                    }
                }
            }
            assertThat(missed.size()).as("%s misses %s", name, missed).isLessThanOrEqualTo(phrases / 10);
        }
    }

    @Test
    void shouldNotTakeANamedThemeForAComplaint() {
        for (String text : List.of(
                "How heavy may a piece be for standard delivery?",
                "Could you send me a copy of the invoice.",
                "The address window on the packaging is clever",
                "Which colours does the box come in?")) {
            assertThat(mentions(text)).noneMatch(m -> m.polarity() == SentimentLabel.NEGATIVE);
        }
        assertPolarity("The packaging is absolutely awful, ugly and useless", "packaging", SentimentLabel.NEGATIVE);
    }

    @Test
    void shouldTakeWordsOfOneSenseForEachOther() {
        for (String text : List.of(
                "Your carton is far too tight",
                "hardly anything would fit in that box",
                "there is simply no space inside this box",
                "please offer us a larger box")) {
            assertPolarity(text, "packaging.too-small", SentimentLabel.NEGATIVE);
        }
        assertPolarity("five weeks later I have still not been reimbursed", "refund.slow", SentimentLabel.NEGATIVE);
        assertPolarity("the mixer died within ten days", "quality.broke-early", SentimentLabel.NEGATIVE);
    }

    @Test
    void shouldHearAComplaintAboutAThemeInTheClauseNextToIt() {
        assertPolarity("I cannot log in, I hate it", "login.cannot-sign-in", SentimentLabel.NEGATIVE);
        assertPolarity("It is about my invoice, this is a complete disaster", "billing", SentimentLabel.NEGATIVE);
    }

    @Test
    void shouldNotCarryAComplaintOverToAThemeBesideIt() {
        assertThat(mentions("The invoice came on Monday and the packaging is absolutely awful and useless"))
                .filteredOn(mention -> mention.theme().startsWith("billing"))
                .noneMatch(mention -> mention.polarity() == SentimentLabel.NEGATIVE);
    }

    @Test
    void aWordThatOnlyStrengthensTellsNothingByItself() {
        FastReader general = FastReader.create(StarterTaxonomies.load("general"));
        for (String text :
                List.of("Box far too small", "The box was way too small", "Box much too small for my shoes")) {
            assertThat(general.read(text).mentions())
                    .as(text)
                    .extracting(ThemeMention::theme)
                    .contains("packaging.too-small")
                    .doesNotContain("packaging.too-big");
        }
        assertThat(general.read("The box was way too big.").mentions())
                .extracting(ThemeMention::theme)
                .contains("packaging.too-big");
    }
}
