package io.biggerbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.biggerbox.demo.phrase.PhraseGrammar;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhrasebookTest {
    private final PhraseGrammar grammar = Phrasebook.load();

    @Test
    void everyThemeIsSaidInManyWays() {
        Set<String> planted = new HashSet<>();
        for (DemoStory story : DemoPlan.startingOn(HalfYear.START).stories()) {
            if (story.theme() != null) {
                planted.add(story.theme());
            }
        }
        for (String theme : DemoThemes.ALL) {
            int least = planted.contains(theme) ? 25 : 12;
            assertThat(grammar.alternatives("complaint." + theme)).as(theme).isGreaterThanOrEqualTo(least);
            assertThat(grammar.alternatives("subject." + theme)).as(theme).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void everyProductIsPraisedAskedAboutAndRemarkedOn() {
        for (DemoProduct product : DemoProduct.values()) {
            assertThat(grammar.alternatives("praise." + product.slug())).isGreaterThanOrEqualTo(12);
            assertThat(grammar.alternatives("neutral." + product.slug())).isGreaterThanOrEqualTo(8);
            assertThat(grammar.alternatives("question." + product.slug())).isGreaterThanOrEqualTo(7);
        }
    }

    @Test
    void everyLanguageHasAHeadlineForEveryMood() {
        for (String language : List.of("de", "fr", "es")) {
            for (Mood mood : Mood.values()) {
                String rule = language + ".headline." + mood.name().toLowerCase(Locale.ROOT);
                assertThat(grammar.has(rule)).as(rule).isTrue();
            }
        }
    }

    @Test
    void everyRuleReadsLikeText() {
        Dice dice = new Dice(5);
        for (String rule : grammar.names()) {
            for (int i = 0; i < 100; i++) {
                String said = grammar.expand(rule, dice, slot -> slot);
                assertThat(said).as(rule).isNotBlank().doesNotContain("  ", " .", "|", "{", "[", ",.", " ,");
            }
        }
    }

    @Test
    void complaintsSeldomRepeatWordByWord() {
        Set<String> texts = new HashSet<>();
        int complaints = 0;
        for (DemoEvent event : HalfYear.at(1.0).firstRevisions()) {
            if (DemoPlan.BOX.equals(event.truth().story()) && event.event() instanceof io.biggerbox.events.Ticket t) {
                texts.add(t.getDescription());
                complaints++;
            }
        }
        assertThat(texts.size()).isGreaterThan(complaints * 9 / 10);
    }
}
