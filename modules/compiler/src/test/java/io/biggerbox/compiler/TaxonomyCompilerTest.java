package io.biggerbox.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.text.FastReader;
import io.biggerbox.text.ThemeMention;
import io.biggerbox.text.taxonomy.CompiledTaxonomy;
import io.biggerbox.text.taxonomy.Taxonomy;
import io.biggerbox.text.taxonomy.TaxonomyFiles;
import io.biggerbox.text.taxonomy.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaxonomyCompilerTest {
    private static final Theme LATE = theme(
            "delivery.late",
            "my package arrived two weeks late",
            "still waiting for my order to be delivered",
            "the delivery took far too long",
            "the courier missed the promised day");
    private static final Theme LOGIN = theme(
            "login",
            "I cannot log in to my account",
            "the app rejects my password",
            "signing in fails every time",
            "locked out after resetting my password");
    private static final Theme BILLING = theme(
            "billing.double",
            "I was charged twice for one order",
            "the same amount was taken from my card again",
            "two payments instead of one on my statement",
            "billed double this month");
    private static final List<Theme> THEMES = List.of(LATE, LOGIN, BILLING);

    /** Said in other words than the phrases; two words of a kind never meet in phrases and tests alone. */
    private static final List<String> LATE_WORDS = List.of("parcel", "shipment", "package", "delivery", "order", "box");

    private static final List<String> LOGIN_WORDS = List.of("password", "login", "account", "username", "code", "app");
    private static final List<String> BILLING_WORDS =
            List.of("card", "statement", "bank account", "invoice", "credit card", "bill");

    private Compilation made;

    private static Theme theme(String id, String... phrases) {
        return new Theme(id, id, "", null, "team", List.of(phrases), List.of(), List.of());
    }

    private static Taxonomy taxonomy(List<Theme> themes) {
        return new Taxonomy("default", "1", themes);
    }

    /** A few hundred sentences, of which no one says what they are about. */
    private static List<String> history() {
        List<String> texts = new ArrayList<>();
        List<String> days = List.of("Monday", "last week", "ten days", "the holidays", "a month", "yesterday");
        for (String day : days) {
            for (String word : LATE_WORDS) {
                texts.add("My " + word + " has not arrived since " + day);
                texts.add("Where is my " + word + ", it was due " + day);
                texts.add("The " + word + " came days after " + day);
            }
            for (String word : LOGIN_WORDS) {
                texts.add("Since " + day + " it does not accept my " + word);
                texts.add("I cannot get in with my " + word + " since " + day);
                texts.add("Error with my " + word + " when I sign in, " + day);
            }
            for (String word : BILLING_WORDS) {
                texts.add("You took the money twice from my " + word + " " + day);
                texts.add("There are two charges on my " + word + " since " + day);
                texts.add("My " + word + " shows a double payment from " + day);
            }
            for (String other : List.of("garden", "soup", "football", "violin")) {
                texts.add("The " + other + " was lovely " + day);
            }
        }
        return texts;
    }

    @BeforeAll
    void compile() throws Teacher.TeacherException {
        made = TaxonomyCompiler.compile(taxonomy(THEMES), new History(List.of(), history()), Teachers.words(), "none");
    }

    private static List<String> themes(Taxonomy taxonomy, String text) {
        return FastReader.create(taxonomy).read(text).mentions().stream()
                .map(ThemeMention::theme)
                .distinct()
                .toList();
    }

    @Test
    void shouldFindMoreThanPhrasesInTextsItHasNotSeen() {
        List<String> texts = List.of(
                "Where is my shipment? It should be here by now.",
                "My box was due on Tuesday and has not arrived.",
                "I can't get in, it says my username is wrong.",
                "It does not accept the code when I sign in.",
                "Two charges for one purchase on my invoice!",
                "You took money twice from my bank account.");
        List<String> right =
                List.of("delivery.late", "delivery.late", "login", "login", "billing.double", "billing.double");
        int phrases = 0;
        int learned = 0;
        for (int i = 0; i < texts.size(); i++) {
            phrases += themes(taxonomy(THEMES), texts.get(i)).equals(List.of(right.get(i))) ? 1 : 0;
            learned += themes(made.taxonomy(), texts.get(i)).equals(List.of(right.get(i))) ? 1 : 0;
        }

        assertThat(learned).isGreaterThanOrEqualTo(5).isGreaterThan(phrases + 2);
    }

    @Test
    void shouldFindNothingInTextsAboutSomethingElse() {
        assertThat(themes(made.taxonomy(), "The violin concert was lovely.")).isEmpty();
    }

    @Test
    void shouldGiveTheSameBytesForTheSameInput() throws Teacher.TeacherException {
        Compilation again =
                TaxonomyCompiler.compile(taxonomy(THEMES), new History(List.of(), history()), Teachers.words(), "none");

        assertThat(again.taxonomy()).isEqualTo(made.taxonomy());
        assertThat(again.themes()).isEqualTo(made.themes());
    }

    @Test
    void shouldReportCoverageAndEstimates() {
        assertThat(made.history()).isEqualTo(history().size());
        assertThat(made.coverage()).isBetween(0.6, 0.98);
        assertThat(made.agreement()).isGreaterThan(0.8);
        assertThat(made.bytes()).isLessThan(200_000);
        assertThat(made.themes()).allSatisfy(row -> {
            assertThat(row.phrases()).isEqualTo(4);
            assertThat(row.precision()).isGreaterThan(0.7);
        });
    }

    @Test
    void shouldLearnFromPhrasesAlone() throws Teacher.TeacherException {
        Compilation alone = TaxonomyCompiler.compile(taxonomy(THEMES), History.NONE, Teachers.words(), "none");

        assertThat(alone.coverage()).isNaN();
        assertThat(themes(alone.taxonomy(), "My package arrived two weeks late"))
                .contains("delivery.late");
    }

    @Test
    void shouldTakeTheSampleOfALongHistoryThatIsAskedFor() throws Teacher.TeacherException {
        Compilation small = TaxonomyCompiler.compile(
                taxonomy(THEMES), new History(List.of(), history()), Teachers.words(), "none", 100);

        assertThat(small.history()).isEqualTo(100);
        assertThat(small.left()).isEqualTo(history().size() - 100);
    }

    @Test
    void shouldLearnFromCorrections() throws Teacher.TeacherException {
        List<Example> corrections = new ArrayList<>();
        for (String what : List.of("strap", "buckle", "clasp", "chain", "lid", "hinge")) {
            corrections.add(new Example("the " + what + " snapped off", List.of("quality"), false));
        }
        List<Theme> themes = new ArrayList<>(THEMES);
        themes.add(theme("quality", "it broke after a day"));
        Compilation corrected = TaxonomyCompiler.compile(
                taxonomy(themes), new History(corrections, history()), Teachers.words(), "none");

        assertThat(themes(corrected.taxonomy(), "The strap snapped.")).contains("quality");
        assertThat(corrected.themes().get(3).judged()).isEqualTo(6);
    }

    @Test
    void shouldNameThemesThatOverlapOrThatNoPhraseDefines() throws Teacher.TeacherException {
        Theme tardy = theme(
                "delivery.tardy",
                "my package arrived three weeks late",
                "still waiting for my parcel to be delivered",
                "the delivery took much too long",
                "the courier missed the agreed day");
        Theme vague = theme("vague", "not good");
        Compilation muddled = TaxonomyCompiler.compile(
                taxonomy(List.of(LATE, LOGIN, tardy, vague)), History.NONE, Teachers.words(), "none");

        assertThat(muddled.themes().get(0).overlaps()).contains("delivery.tardy");
        assertThat(muddled.themes().get(3).undefined()).isTrue();
        assertThat(muddled.themes().get(1).undefined()).isFalse();
    }

    @Test
    void shouldBeReadBackFromItsFolder(@TempDir Path folder) throws IOException {
        CompiledTaxonomy.write(folder, made.taxonomy());

        assertThat(TaxonomyFiles.read(folder).orThrow()).isEqualTo(made.taxonomy());

        Files.write(folder.resolve(CompiledTaxonomy.MODEL), new byte[] {1, 2, 3});
        assertThat(TaxonomyFiles.read(folder).problems())
                .anySatisfy(problem ->
                        assertThat(problem.toString()).contains("themes.model").contains("compile the taxonomy again"));
    }
}
