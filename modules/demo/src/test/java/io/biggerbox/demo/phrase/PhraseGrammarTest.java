package io.biggerbox.demo.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PhraseGrammarTest {

    @Test
    void expandsChoicesOptionsRulesAndSlots() {
        PhraseGrammar grammar = parse(
                """
                # a comment
                = late
                three days late

                = complaint
                {product} arrived (late|{late}) [again].
                """);
        Set<String> said = new TreeSet<>();
        AtomicInteger bits = new AtomicInteger();
        for (int run = 0; run < 4; run++) {
            bits.set(run);
            said.add(grammar.expand(
                    "complaint", bound -> bound == 1 ? 0 : bits.getAndUpdate(b -> b / 2) % 2, s -> "kettle"));
        }
        assertThat(said)
                .containsExactly(
                        "Kettle arrived late again.",
                        "Kettle arrived late.",
                        "Kettle arrived three days late again.",
                        "Kettle arrived three days late.");
    }

    @Test
    void takesAnEscapedCharacterAsItStands() {
        PhraseGrammar grammar = parse("= a\nHalf \\(50 %\\) of \\[it\\] \\| \\{all\\}");
        assertThat(grammar.expand("a", bound -> 0, s -> s)).isEqualTo("Half (50 %) of [it] | {all}");
    }

    @Test
    void knowsItsRules() {
        PhraseGrammar grammar = parse("= a\none\ntwo\n= b\nthree");
        assertThat(grammar.names()).containsExactly("a", "b");
        assertThat(grammar.has("b")).isTrue();
        assertThat(grammar.has("c")).isFalse();
        assertThat(grammar.alternatives("a")).isEqualTo(2);
        assertThat(grammar.alternatives("c")).isZero();
        assertThatThrownBy(() -> grammar.expand("c", bound -> 0, s -> s))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no rule c");
    }

    @Test
    void errorsNameFileLineAndRule() {
        assertError("= a\nfine\nlate (one|two", "test.phrases:3, rule a: ')' is missing");
        assertError("= a\nlate one|two", "test.phrases:2, rule a: '|' at column 9");
        assertError("= a\nlate)", "test.phrases:2, rule a: ')' at column 5 closes nothing");
        assertError("= a\nfor {product", "test.phrases:2, rule a: '}' is missing");
        assertError("= a\nfor {No Name}", "test.phrases:2, rule a: 'No Name' is not a name");
        assertError("= a\nfor {nobody}", "test.phrases:2, rule a: {nobody} is neither a rule nor a slot");
        assertError("= a\nend\\", "test.phrases:2, rule a: the line ends with a backslash");
        assertError("= a\n\n= b\nx", "test.phrases:1, rule a: has no phrases");
        assertError("= a\nx\n= a\ny", "test.phrases:3, rule a: was defined before, at test.phrases:1");
        assertError("= A\nx", "test.phrases:1: 'A' is not a rule name");
        assertError("\nx", "test.phrases:2: a phrase stands before the first rule");
        assertError("= a\n{b}\n= b\n{a}", "test.phrases:1, rule a: leads back to itself: a > b > a");
    }

    private static void assertError(String text, String message) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(PhraseGrammarException.class)
                .hasMessageStartingWith(message);
    }

    private static PhraseGrammar parse(String text) {
        return PhraseGrammar.parse(List.of(new PhraseSource("test.phrases", text)), Set.of("product"));
    }
}
